using System.Collections;
using System.Reflection;
using System.Text.Json;
using Amazon.JSII.Runtime.Deputy;

namespace Amazon.JSII.Runtime;

/// <summary>Reads values of JavaScript as .NET values. The type in JavaScript decides, and .NET's type where it is more exact.</summary>
internal static class ValueReader
{
    public static object? Read(Member member, Type target, JsonElement value)
    {
        if (member.Result is null)
            return IsNull(value) ? null : throw new ArgumentException($"Expected null, but got '{value}'");
        var (type, isOptional) = member.Result.Read();
        return TryRead(type, isOptional, target, value, out var result)
            ? result
            : throw new ArgumentException($"Could not convert value '{value}' of '{member.Name}' to {target}");
    }

    public static bool TryRead(TypeReference type, bool isOptional, Type target, JsonElement value, out object? result)
    {
        if (type is TypeReference.Either either)
            return TryReadEither(either, target, value, out result);
        if (IsNull(value))
        {
            result = null;
            return isOptional || !IsValue(type);
        }

        result = type switch
        {
            TypeReference.List list => ReadList(list.Element, target, value),
            TypeReference.Map map => ReadMap(map.Element, target, value),
            TypeReference.Named named => ReadNamed(named.Name, target, value),
            TypeReference.Primitive { Name: "any" } => ReadAny(target, value),
            TypeReference.Primitive primitive => ReadPrimitive(primitive.Name, value),
            _ => null,
        };
        return result is not null;
    }

    private static bool IsNull(JsonElement value) => value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;

    private static bool IsValue(TypeReference type) =>
        type is TypeReference.Primitive { Name: "boolean" or "number" or "date" }
        || type is TypeReference.Named named && KnownTypes.Named(named.Name) is { IsEnum: true };

    private static bool TryReadEither(TypeReference.Either either, Type target, JsonElement value, out object? result)
    {
        foreach (var type in either.Types)
            if (TryRead(type, isOptional: false, target, value, out result))
                return true;
        result = null;
        return false;
    }

    private static object? ReadPrimitive(string name, JsonElement value) => (name, value.ValueKind) switch
    {
        ("string", JsonValueKind.String) => value.GetString(),
        ("number", JsonValueKind.Number) => value.GetDouble(),
        ("boolean", JsonValueKind.True or JsonValueKind.False) => value.GetBoolean(),
        ("date", JsonValueKind.Object) when value.TryGetProperty("$jsii.date", out var date) => date.GetDateTime(),
        ("json", JsonValueKind.Object) => JsonTokens.Read(value),
        _ => null,
    };

    private static object? ReadNamed(string name, Type target, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return null;
        if (value.TryGetProperty("$jsii.byref", out _))
            return ReadReference(target, value);
        return value.TryGetProperty("$jsii.enum", out var member) ? ReadEnum(name, member.GetString()!) : null;
    }

    private static object ReadReference(Type target, JsonElement value)
    {
        var deputy = References.Find(value);
        return target.IsInstanceOfType(deputy) ? deputy : ((IConvertible)deputy).ToType(target, null);
    }

    private static object? ReadEnum(string? expected, string member)
    {
        var slash = member.LastIndexOf('/');
        var (name, field) = (member[..slash], member[(slash + 1)..]);
        if (expected is not null && expected != name)
            return null;
        var type = KnownTypes.Named(name) ?? throw new ArgumentException($"Could not find enum with fully qualified name '{name}'");
        var found = type.GetFields().FirstOrDefault(candidate => candidate.GetCustomAttribute<JsiiEnumMemberAttribute>()?.Name == field);
        return found?.GetValue(null)
            ?? throw new ArgumentException($"Enum {type.Name} does not have a member called {field}");
    }

    private static object? ReadAny(Type target, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        JsonValueKind.Array => ReadList(TypeReference.Any, typeof(object[]), value),
        _ when value.TryGetProperty("$jsii.byref", out _) => ReadReference(target, value),
        _ when value.TryGetProperty("$jsii.date", out var date) => date.GetDateTime(),
        _ when value.TryGetProperty("$jsii.enum", out var member) => ReadEnum(null, member.GetString()!),
        _ => ReadMap(TypeReference.Any, typeof(IDictionary<string, object>), value),
    };

    private static Array? ReadList(TypeReference element, Type target, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return null;
        var type = target.IsArray ? target.GetElementType()! : TypeOf(element);
        var list = Array.CreateInstance(type, value.GetArrayLength());
        var i = 0;
        foreach (var item in value.EnumerateArray())
            list.SetValue(ReadElement(element, type, item), i++);
        return list;
    }

    private static IDictionary? ReadMap(TypeReference element, Type target, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || value.TryGetProperty("$jsii.byref", out _))
            return null;
        var type = target.IsGenericType ? target.GetGenericArguments()[^1] : TypeOf(element);
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), type))!;
        foreach (var entry in (value.TryGetProperty("$jsii.map", out var inner) ? inner : value).EnumerateObject())
            map[entry.Name] = ReadElement(element, type, entry.Value);
        return map;
    }

    private static object? ReadElement(TypeReference element, Type type, JsonElement value) =>
        TryRead(element, isOptional: false, type, value, out var result)
            ? result
            : throw new ArgumentException($"Could not convert all elements: '{value}' is no {type}");

    private static Type TypeOf(TypeReference type) => type switch
    {
        TypeReference.Primitive { Name: "string" } => typeof(string),
        TypeReference.Primitive { Name: "number" } => typeof(double),
        TypeReference.Primitive { Name: "boolean" } => typeof(bool),
        TypeReference.Primitive { Name: "date" } => typeof(DateTime),
        TypeReference.List list => TypeOf(list.Element).MakeArrayType(),
        TypeReference.Map map => typeof(IDictionary<,>).MakeGenericType(typeof(string), TypeOf(map.Element)),
        TypeReference.Named named => KnownTypes.Named(named.Name) ?? typeof(object),
        _ => typeof(object),
    };
}
