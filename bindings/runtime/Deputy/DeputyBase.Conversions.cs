using System.Diagnostics.CodeAnalysis;

namespace Amazon.JSII.Runtime.Deputy;

public abstract partial class DeputyBase : IConvertible
{
    private readonly Dictionary<Type, object> _proxies = [];

    /// <summary>The same JavaScript object as another interface, even if the kernel does not report the interface for the object.</summary>
    /// <typeparam name="T">An interface that jsii generated.</typeparam>
    public T UnsafeCast<T>()
        where T : class
    {
        lock (Kernel.Gate)
            return this as T ?? (T)Proxied(typeof(T), isForced: true);
    }

    object IConvertible.ToType(Type conversionType, IFormatProvider? provider)
    {
        lock (Kernel.Gate)
            return conversionType.IsInstanceOfType(this) ? this : Proxied(conversionType, isForced: false);
    }

    private object Proxied(Type type, bool isForced) => TryProxy(type, isForced, out var proxy) ? proxy : throw CannotCast(type);

    private bool TryProxy(Type type, bool isForced, [NotNullWhen(true)] out object? proxy)
    {
        if (_proxies.TryGetValue(type, out proxy))
            return true;
        if (!type.IsInterface || KnownTypes.NameOf(type) is not { } name)
            return false;
        if (!isForced && !Reference.Interfaces.Any(known => type.IsAssignableFrom(KnownTypes.Interface(known))))
            return false;

        proxy = KnownTypes.Stand(KnownTypes.Proxy(name)!, Reference.ForProxy(name));
        _proxies.Add(type, proxy);
        return true;
    }

    private InvalidCastException CannotCast(Type type) => new($"Unable to cast {GetType().FullName} into {type.FullName}");

    TypeCode IConvertible.GetTypeCode() => TypeCode.Object;

    bool IConvertible.ToBoolean(IFormatProvider? provider) => throw CannotCast(typeof(bool));

    byte IConvertible.ToByte(IFormatProvider? provider) => throw CannotCast(typeof(byte));

    char IConvertible.ToChar(IFormatProvider? provider) => throw CannotCast(typeof(char));

    DateTime IConvertible.ToDateTime(IFormatProvider? provider) => throw CannotCast(typeof(DateTime));

    decimal IConvertible.ToDecimal(IFormatProvider? provider) => throw CannotCast(typeof(decimal));

    double IConvertible.ToDouble(IFormatProvider? provider) => throw CannotCast(typeof(double));

    short IConvertible.ToInt16(IFormatProvider? provider) => throw CannotCast(typeof(short));

    int IConvertible.ToInt32(IFormatProvider? provider) => throw CannotCast(typeof(int));

    long IConvertible.ToInt64(IFormatProvider? provider) => throw CannotCast(typeof(long));

    sbyte IConvertible.ToSByte(IFormatProvider? provider) => throw CannotCast(typeof(sbyte));

    float IConvertible.ToSingle(IFormatProvider? provider) => throw CannotCast(typeof(float));

    string IConvertible.ToString(IFormatProvider? provider) => throw CannotCast(typeof(string));

    ushort IConvertible.ToUInt16(IFormatProvider? provider) => throw CannotCast(typeof(ushort));

    uint IConvertible.ToUInt32(IFormatProvider? provider) => throw CannotCast(typeof(uint));

    ulong IConvertible.ToUInt64(IFormatProvider? provider) => throw CannotCast(typeof(ulong));
}
