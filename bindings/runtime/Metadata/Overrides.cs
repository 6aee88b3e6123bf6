using System.Reflection;
using System.Text.Json;
using Amazon.JSII.Runtime.Deputy;

namespace Amazon.JSII.Runtime;

/// <summary>The members of a user's class that override members of generated classes, or implement generated interfaces.</summary>
internal sealed class Overrides
{
    public const BindingFlags AllInstance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly Type _type;
    private readonly Dictionary<string, (MethodInfo Method, Member Member)> _methods = [];
    private readonly Dictionary<string, (PropertyInfo Property, Member Member)> _properties = [];

    public Overrides(Type type)
    {
        _type = type;
        if (GeneratedBaseOf(type) == type)
            return;

        var implemented = Implemented(type);
        foreach (var method in type.GetMethods(AllInstance).Where(method => IsOfUser(method.DeclaringType!)))
            if (Inherited(method, implemented) is { } attribute && Member.Of(attribute) is var member
                && _methods.TryAdd(member.Name, (method, member)))
                Methods.Add(member.EncodedName);
        foreach (var property in type.GetProperties(AllInstance).Where(property => IsOfUser(property.DeclaringType!)))
            if (Inherited(property, implemented) is { } attribute && Member.Of(attribute) is var member
                && _properties.TryAdd(member.Name, (property, member)))
                Properties.Add(member.EncodedName);
    }

    public List<JsonEncodedText> Methods { get; } = [];

    public List<JsonEncodedText> Properties { get; } = [];

    /// <summary>The generated class that a class is or derives from, or <see cref="DeputyBase"/>.</summary>
    public static Type GeneratedBaseOf(Type type)
    {
        while (type != typeof(DeputyBase) && IsOfUser(type))
            type = type.BaseType!;
        return type;
    }

    public (MethodInfo Method, Member Member) Method(string name)
    {
        if (_methods.TryGetValue(name, out var known))
            return known;
        foreach (var method in _type.GetMethods(AllInstance))
            if (method.GetCustomAttribute<JsiiMethodAttribute>() is { } attribute && attribute.Name == name)
                return _methods[name] = (method, Member.Of(attribute));
        throw new InvalidOperationException($"JavaScript called {_type.Name}.{name}, but this method does not exist");
    }

    public (PropertyInfo Property, Member Member) Property(string name)
    {
        if (_properties.TryGetValue(name, out var known))
            return known;
        foreach (var property in _type.GetProperties(AllInstance))
            if (property.GetCustomAttribute<JsiiPropertyAttribute>() is { } attribute && attribute.Name == name)
                return _properties[name] = (property, Member.Of(attribute));
        throw new InvalidOperationException($"JavaScript used {_type.Name}.{name}, but this property does not exist");
    }

    private static bool IsOfUser(Type type) => type != typeof(DeputyBase) && type != typeof(object) && !Packages.IsGenerated(type.Assembly);

    private static Dictionary<MethodInfo, MethodInfo> Implemented(Type type)
    {
        var implemented = new Dictionary<MethodInfo, MethodInfo>();
        foreach (var map in type.GetInterfaces().Where(face => KnownTypes.NameOf(face) is not null).Select(type.GetInterfaceMap))
            for (var i = 0; i < map.TargetMethods.Length; i++)
                implemented.TryAdd(map.TargetMethods[i], map.InterfaceMethods[i]);
        return implemented;
    }

    private static JsiiMethodAttribute? Inherited(MethodInfo method, Dictionary<MethodInfo, MethodInfo> implemented)
    {
        if (!method.IsVirtual || method.IsDefined(typeof(JsiiMethodAttribute), inherit: false))
            return null;
        return method.GetCustomAttribute<JsiiMethodAttribute>(inherit: true)
            ?? (implemented.TryGetValue(method, out var declared) ? declared.GetCustomAttribute<JsiiMethodAttribute>() : null);
    }

    private static JsiiPropertyAttribute? Inherited(PropertyInfo property, Dictionary<MethodInfo, MethodInfo> implemented)
    {
        var accessor = property.GetMethod ?? property.SetMethod!;
        if (!accessor.IsVirtual || property.IsDefined(typeof(JsiiPropertyAttribute), inherit: false))
            return null;
        if (property.GetCustomAttribute<JsiiPropertyAttribute>(inherit: true) is { } attribute)
            return attribute;
        return implemented.TryGetValue(accessor, out var declared)
            ? declared.DeclaringType!.GetProperties(AllInstance)
                .First(candidate => candidate.GetMethod == declared || candidate.SetMethod == declared)
                .GetCustomAttribute<JsiiPropertyAttribute>()
            : null;
    }
}
