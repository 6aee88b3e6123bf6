using System.Text.Json.Nodes;

namespace Nautilus.Review.Terraform;

/// <summary>A resource of a state.</summary>
/// <param name="Address">The address that the state has.</param>
/// <param name="Type">The type.</param>
/// <param name="Values">The attributes.</param>
internal sealed record StateResource(string Address, string Type, JsonNode Values)
{
    /// <summary>An attribute, or one of a block.</summary>
    public string? this[string path] => Values.At(path).Text();

    /// <summary>The resources that Terraform manages, those of modules included.</summary>
    /// <param name="state">The output of <c>terraform show -json</c>.</param>
    public static IEnumerable<StateResource> In(JsonNode state) =>
        from resource in InModule(state["values"]?["root_module"])
        where (string?)resource["mode"] == "managed" && resource["deposed_key"] is null && resource["values"] is not null
        select new StateResource((string)resource["address"]!, (string)resource["type"]!, resource["values"]!);

    private static IEnumerable<JsonNode> InModule(JsonNode? module) => module is null ? [] :
    [
        .. module["resources"].Items(),
        .. module["child_modules"].Items().SelectMany(InModule),
    ];
}
