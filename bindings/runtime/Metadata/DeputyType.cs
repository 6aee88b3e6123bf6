using System.Reflection;
using System.Text.Json;
using Amazon.JSII.Runtime.Deputy;

namespace Amazon.JSII.Runtime;

/// <summary>What is known of a class that derives from <see cref="DeputyBase"/>: a generated class, or a class of the user.</summary>
internal sealed class DeputyType
{
    private const BindingFlags AllStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Dictionary<Type, DeputyType> Known = [];

    private readonly Type _type;
    private readonly Type _generated;
    private readonly Dictionary<string, Member> _properties = [];
    private readonly Dictionary<string, Member> _methods = [];
    private readonly Dictionary<string, Member> _staticProperties = [];
    private readonly Dictionary<string, Member> _staticMethods = [];

    private DeputyType(Type type)
    {
        _type = type;
        _generated = Overrides.GeneratedBaseOf(type);
        Packages.Load(_generated.Assembly);

        var attribute = ClassAttributeOf(type);
        EncodedName = JsonEncodedText.Encode(attribute?.FullyQualifiedName ?? "Object", Request.Encoder);
        HasVariadicConstructor = Parameter.IsLastVariadic(attribute?.ParametersJson);
        Interfaces = [.. type.GetInterfaces().Select(KnownTypes.NameOf).OfType<string>()
            .Select(name => JsonEncodedText.Encode(name, Request.Encoder))];
    }

    /// <summary>The name of the JavaScript class. A class that the user wrote without a generated base is an <c>Object</c>.</summary>
    public JsonEncodedText EncodedName { get; }

    public bool HasVariadicConstructor { get; }

    /// <summary>The interfaces that JavaScript shall see.</summary>
    public JsonEncodedText[] Interfaces { get; }

    /// <summary>The members that JavaScript calls back.</summary>
    public Overrides Overrides => field ??= new(_type);

    public static DeputyType Of(Type type)
    {
        if (!Known.TryGetValue(type, out var known))
            Known[type] = known = new(type);
        return known;
    }

    public Member Property(string name) => Find(_properties, name, () => Property(name, Overrides.AllInstance));

    public Member StaticProperty(string name) => Find(_staticProperties, name, () => Property(name, AllStatic));

    public Member Method(string name) => Find(_methods, name, () => Method(name, Overrides.AllInstance));

    public Member StaticMethod(string name) => Find(_staticMethods, name, () => Method(name, AllStatic));

    private static Member Find(Dictionary<string, Member> members, string name, Func<Member> read)
    {
        if (!members.TryGetValue(name, out var member))
            members[name] = member = read();
        return member;
    }

    // Generated code asks for its own members: the user's class may hide them.
    private Member Property(string name, BindingFlags flags) =>
        Member.Of(_generated.GetProperty(name, flags)?.GetCustomAttribute<JsiiPropertyAttribute>() ?? throw Missing("Property", name));

    private Member Method(string name, BindingFlags flags) =>
        Member.Of(_generated.GetMethod(name, flags)?.GetCustomAttribute<JsiiMethodAttribute>() ?? throw Missing("Method", name));

    private ArgumentException Missing(string kind, string name) =>
        new($"{kind} {name} of {_generated.FullName} does not exist", nameof(name));

    private static JsiiClassAttribute? ClassAttributeOf(Type? type) =>
        type is null ? null : type.GetCustomAttribute<JsiiClassAttribute>(false) ?? ClassAttributeOf(type.BaseType);
}
