using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nautilus.Review.Terraform;

/// <summary>Terraform and IAM both write one item with or without its list, and a scalar with or without quotes.</summary>
internal static class JsonReading
{
    public static IEnumerable<JsonNode> Items(this JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => list.Select(item => item!),
        _ => [node],
    };

    public static string? Text(this JsonNode? node) => node switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => node.ToJsonString(),
    };

    public static IReadOnlyList<string> Texts(this JsonNode? node) => [.. node.Items().Select(item => item.Text()!)];
}
