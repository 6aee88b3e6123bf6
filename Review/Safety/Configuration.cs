using System.Globalization;
using System.Text.Json.Nodes;

namespace Nautilus.Review.Safety;

/// <summary>What a stack's Terraform JSON says of resources.</summary>
internal sealed class Configuration(JsonNode stack)
{
    public Moves Moves { get; } = new(stack);

    public JsonObject? Block(string address) =>
        ResourceAddress.Parse(address) is { ModuleCall: null } resource ? Block(resource) : null;

    /// <summary>Whether a resource stays, as far as one can know before Terraform runs.</summary>
    public bool Keeps(string address)
    {
        var resource = ResourceAddress.Parse(address);
        if (resource.ModuleCall is { } call)
            return stack["module"]?[call] is not null;
        if (Block(resource) is not { } block)
            return false;
        if (block["for_each"] is { } each)
            return each is not JsonObject keys || (resource.Key is not null && keys.ContainsKey(resource.Key));
        if (block["count"] is { } count)
            return !int.TryParse(count.ToString(), out var instances) || Index(resource) < instances;
        return Index(resource) == 0;
    }

    /// <summary>Whether a <c>removed</c> block takes a resource out of the state and lets it live.</summary>
    public bool Forgets(Existing resource) => Json.List(stack["removed"]).Any(removed =>
        ResourceAddress.Covers((string)removed["from"]!, resource.StateAddress) &&
        Json.Block(removed["lifecycle"])?["destroy"]?.ToString() == "false");

    /// <summary>The addresses of a type's blocks that give <c>name</c> a certain value.</summary>
    public IEnumerable<string> Named(string type, string name) =>
        from block in stack["resource"]?[type] as JsonObject ?? []
        where Json.Block(block.Value)?["name"]?.ToString() == name
        select $"{type}.{block.Key}";

    private JsonObject? Block(ResourceAddress resource) => Json.Block(stack["resource"]?[resource.Type]?[resource.Name]) as JsonObject;

    private static int Index(ResourceAddress resource) =>
        resource.Key is null ? 0 : int.TryParse(resource.Key, CultureInfo.InvariantCulture, out var index) ? index : int.MaxValue;
}
