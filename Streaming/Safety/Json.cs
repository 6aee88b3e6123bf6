using System.Text.Json.Nodes;

namespace Nautilus.Streaming.Safety;

internal static class Json
{
    /// <summary>Terraform takes one block alone or in a list, and means the same.</summary>
    public static IEnumerable<JsonNode> List(JsonNode? blocks) => blocks switch
    {
        null => [],
        JsonArray list => list.Where(block => block is not null).Select(block => block!),
        _ => [blocks],
    };

    public static JsonNode? Block(JsonNode? blocks) => List(blocks).FirstOrDefault();
}
