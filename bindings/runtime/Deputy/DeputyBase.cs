using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Amazon.JSII.Runtime.Deputy;

/// <summary>A .NET object that stands for a JavaScript object. All generated classes derive from it.</summary>
public abstract partial class DeputyBase
{
    static DeputyBase() => Kernel.Start();

    /// <summary>Creates the JavaScript object.</summary>
    protected DeputyBase(DeputyProps? props = null)
    {
        lock (Kernel.Gate)
        {
            Reference = Kernel.Create(DeputyType.Of(GetType()), props?.Arguments ?? []);
            References.Add(this);
        }
    }

    /// <summary>Stands for a JavaScript object that exists.</summary>
    protected DeputyBase(ByRefValue reference)
    {
        Reference = reference;
        if (!reference.IsProxy)
            References.Add(this);
    }

    internal ByRefValue Reference { get; }

    private DeputyType Meta => field ??= DeputyType.Of(GetType());

    /// <summary>The arguments of a constructor.</summary>
    protected sealed class DeputyProps(object?[]? arguments = null)
    {
        /// <summary>The arguments.</summary>
        public object?[] Arguments { get; } = arguments ?? [];
    }

    /// <summary>Reads a static property.</summary>
    [return: MaybeNull]
    protected static T GetStaticProperty<T>(Type type, [CallerMemberName] string? propertyName = null)
    {
        lock (Kernel.Gate)
        {
            var owner = DeputyType.Of(type);
            return Kernel.GetStatic<T>(owner, owner.StaticProperty(propertyName!));
        }
    }

    /// <summary>Reads a property.</summary>
    [return: MaybeNull]
    protected T GetInstanceProperty<T>([CallerMemberName] string? propertyName = null)
    {
        lock (Kernel.Gate)
            return Kernel.Get<T>(Reference, Meta.Property(propertyName!));
    }

    /// <summary>Writes a static property.</summary>
    protected static void SetStaticProperty<T>(Type type, T value, [CallerMemberName] string? propertyName = null)
    {
        lock (Kernel.Gate)
        {
            var owner = DeputyType.Of(type);
            Kernel.SetStatic(owner, owner.StaticProperty(propertyName!), value);
        }
    }

    /// <summary>Writes a property.</summary>
    protected void SetInstanceProperty<T>(T value, [CallerMemberName] string? propertyName = null)
    {
        lock (Kernel.Gate)
            Kernel.Set(Reference, Meta.Property(propertyName!), value);
    }

    /// <summary>Calls a static method that returns nothing.</summary>
    protected static void InvokeStaticVoidMethod(
        Type type, Type[] parameterTypes, object?[] arguments, [CallerMemberName] string methodName = "") =>
        InvokeStaticMethod<object>(type, parameterTypes, arguments, methodName);

    /// <summary>Calls a method that returns nothing.</summary>
    protected void InvokeInstanceVoidMethod(Type[] parameterTypes, object?[] arguments, [CallerMemberName] string methodName = "") =>
        InvokeInstanceMethod<object>(parameterTypes, arguments, methodName);

    /// <summary>Calls a static method.</summary>
    [return: MaybeNull]
    protected static T InvokeStaticMethod<T>(
        Type type, Type[] parameterTypes, object?[] arguments, [CallerMemberName] string methodName = "")
    {
        lock (Kernel.Gate)
        {
            var owner = DeputyType.Of(type);
            return Kernel.InvokeStatic<T>(owner, owner.StaticMethod(methodName), arguments);
        }
    }

    /// <summary>Calls a method.</summary>
    [return: MaybeNull]
    protected T InvokeInstanceMethod<T>(Type[] parameterTypes, object?[] arguments, [CallerMemberName] string methodName = "")
    {
        lock (Kernel.Gate)
            return Kernel.Invoke<T>(Reference, Meta.Method(methodName), arguments);
    }
}
