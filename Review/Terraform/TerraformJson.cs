using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nautilus.Review.Terraform;

/// <summary>
/// The freedoms of Terraform's JSON and of IAM's: one item alone or in a list, a scalar with or without quotes.
/// See https://developer.hashicorp.com/terraform/language/syntax/json.
/// </summary>
internal static class TerraformJson
{
    /// <summary>The items of a list, or the one item that has no list around it.</summary>
    public static IEnumerable<JsonNode> Items(this JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => list.OfType<JsonNode>(),
        _ => [node],
    };

    /// <summary>The one block, alone or in a list.</summary>
    public static JsonObject? Block(this JsonNode? node) => node.Items().FirstOrDefault() as JsonObject;

    /// <summary>All blocks, alone or in a list.</summary>
    public static IEnumerable<JsonObject> Blocks(this JsonNode? node) => node.Items().OfType<JsonObject>();

    /// <summary>A scalar without its quotes; the JSON of anything else.</summary>
    public static string? Text(this JsonNode? node) => node switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => node.ToJsonString(),
    };

    /// <summary>The items as texts.</summary>
    public static IReadOnlyList<string> Texts(this JsonNode? node) => [.. node.Items().Select(item => item.Text()!)];

    /// <summary>An attribute, or one of a block: <c>tracing_configuration.enabled</c>.</summary>
    public static JsonNode? At(this JsonNode? node, string path) =>
        path.Split('.').Aggregate(node, (within, attribute) => within.Block()?[attribute]);
}
