using System.Reflection;
using System.Text.Json;
using Amazon.JSII.Runtime.Deputy;

namespace Amazon.JSII.Runtime;

/// <summary>Writes values of the enums and structs that jsii generated.</summary>
internal abstract class NamedWriter
{
    private static readonly Dictionary<Type, NamedWriter?> Known = [];

    /// <summary>The writer of a type, or null if the type is no enum and no struct of jsii.</summary>
    public static NamedWriter? Of(Type type)
    {
        if (!Known.TryGetValue(type, out var writer))
            Known[type] = writer = Make(type);
        return writer;
    }

    public abstract void Write(Utf8JsonWriter json, object value);

    private static NamedWriter? Make(Type type)
    {
        if (type.GetCustomAttribute<JsiiEnumAttribute>() is { } enumeration)
            return new EnumWriter(type, enumeration.FullyQualifiedName);
        return type.GetCustomAttribute<JsiiByValueAttribute>() is { } structure
            ? (NamedWriter)Activator.CreateInstance(typeof(StructWriter<>).MakeGenericType(type), structure.FullyQualifiedName)!
            : null;
    }
}

/// <summary>Writes the members of an enum.</summary>
internal sealed class EnumWriter(Type type, string name) : NamedWriter
{
    private readonly Dictionary<object, JsonEncodedText> _members = [];

    public override void Write(Utf8JsonWriter json, object value)
    {
        if (!_members.TryGetValue(value, out var member))
            _members[value] = member = JsonEncodedText.Encode($"{name}/{NameOf(value)}", Request.Encoder);
        json.WriteStartObject();
        json.WriteString("$jsii.enum"u8, member);
        json.WriteEndObject();
    }

    private string NameOf(object value) =>
        Enum.GetName(type, value) is { } field && type.GetField(field)?.GetCustomAttribute<JsiiEnumMemberAttribute>() is { } member
            ? member.Name
            : throw new ArgumentException($"Could not convert argument '{value}' to Jsii: {type} has no such member");
}

/// <summary>Writes a struct: the properties that have a value, in the order of their declaration.</summary>
internal sealed class StructWriter<TStruct> : NamedWriter
    where TStruct : class
{
    private readonly JsonEncodedText _name;
    private readonly (JsonEncodedText Name, bool IsOptional, Func<TStruct, object?> Read)[] _properties;

    public StructWriter(string name)
    {
        _name = JsonEncodedText.Encode(name, Request.Encoder);
        _properties = [.. from property in typeof(TStruct).GetProperties()
                          let attribute = AttributeOf(property)
                          where attribute is not null
                          select (JsonEncodedText.Encode(attribute.Name, Request.Encoder), attribute.IsOptional, Reader(property))];
    }

    public override void Write(Utf8JsonWriter json, object value)
    {
        var structure = (TStruct)value;
        json.WriteStartObject();
        json.WriteStartObject("$jsii.struct"u8);
        json.WriteString("fqn"u8, _name);
        json.WriteStartObject("data"u8);
        foreach (var (name, isOptional, read) in _properties)
            if (read(structure) is { } present)
            {
                json.WritePropertyName(name);
                ValueWriter.Write(json, present);
            }
            else if (!isOptional)
            {
                throw new ArgumentException($"Missing value for required property '{name}' of struct '{_name}'", nameof(value));
            }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // A struct declares all its properties itself, with their attributes: the search through base classes would take most of the time.
    private static JsiiPropertyAttribute? AttributeOf(PropertyInfo property) =>
        property.GetCustomAttributes(typeof(JsiiPropertyAttribute), inherit: false) is [JsiiPropertyAttribute attribute] ? attribute : null;

    private static Func<TStruct, object?> Reader(PropertyInfo property)
    {
        var getter = property.GetMethod!;
        var type = property.PropertyType;
        if (!type.IsValueType)
            return getter.CreateDelegate<Func<TStruct, object?>>();
        return type == typeof(double) ? Boxed<double>(getter)
            : type == typeof(double?) ? Boxed<double?>(getter)
            : type == typeof(bool) ? Boxed<bool>(getter)
            : type == typeof(bool?) ? Boxed<bool?>(getter)
            : structure => property.GetValue(structure);
    }

    private static Func<TStruct, object?> Boxed<TValue>(MethodInfo getter)
    {
        var read = getter.CreateDelegate<Func<TStruct, TValue>>();
        return structure => read(structure);
    }
}
