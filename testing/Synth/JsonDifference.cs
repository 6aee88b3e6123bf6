using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nautilus.Testing.Synth;

/// <summary>Where a JSON value differs from the expected one. An object may have more properties than expected.</summary>
internal static class JsonDifference
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static IEnumerable<string> Between(JsonNode? expected, JsonNode? actual, string path = "") => (expected, actual) switch
    {
        (JsonObject some, JsonObject all) =>
            some.SelectMany(property => Between(property.Value, all[property.Key], Join(path, property.Key))),
        (JsonArray wanted, JsonArray found) when wanted.Count == found.Count =>
            wanted.SelectMany((item, index) => Between(item, found[index], $"{path}[{index}]")),
        _ => JsonNode.DeepEquals(expected, actual) ? [] : [$"{path}: expected {OneLine(expected)}, got {OneLine(actual)}"],
    };

    public static string Print(JsonNode? node) => node?.ToJsonString(Readable) ?? "nothing";

    private static string OneLine(JsonNode? node) => node?.ToJsonString() ?? "nothing";

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
