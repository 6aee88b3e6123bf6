using System.Text.Json.Nodes;

namespace Nautilus.Review.Safety;

internal static class Json
{
    /// <summary>Terraform takes one block alone or in a list, and means the same.</summary>
    public static IEnumerable<JsonNode> List(JsonNode? blocks) => blocks switch
    {
        null => [],
        JsonArray list => list.Where(block => block is not null).Select(block => block!),
        _ => [blocks],
    };

    /// <summary>Whether Terraform fills the value in later.</summary>
    public static bool IsExpression(string value) => value.Contains("${", StringComparison.Ordinal);

    public static JsonNode? Block(JsonNode? blocks) => List(blocks).FirstOrDefault();
}
