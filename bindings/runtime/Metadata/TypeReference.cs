using System.Text.Json;

namespace Amazon.JSII.Runtime;

/// <summary>A JavaScript type, as jsii describes it in the attributes of generated code.</summary>
internal abstract record TypeReference
{
    public static readonly TypeReference Any = new Primitive("any");

    public static TypeReference Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Of(document.RootElement);
    }

    public static TypeReference Of(JsonElement type)
    {
        if (type.TryGetProperty("fqn", out var name))
            return new Named(name.GetString()!);
        if (type.TryGetProperty("primitive", out var primitive))
            return new Primitive(primitive.GetString()!);
        if (type.TryGetProperty("collection", out var collection))
        {
            var element = Of(collection.GetProperty("elementtype"));
            return collection.GetProperty("kind").GetString() == "map" ? new Map(element) : new List(element);
        }

        var either = type.TryGetProperty("union", out var union) ? union : type.GetProperty("intersection");
        return new Either([.. either.GetProperty("types").EnumerateArray().Select(Of)]);
    }

    public sealed record Primitive(string Name) : TypeReference;

    public sealed record Named(string Name) : TypeReference;

    public sealed record List(TypeReference Element) : TypeReference;

    public sealed record Map(TypeReference Element) : TypeReference;

    public sealed record Either(TypeReference[] Types) : TypeReference;
}
