using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Nautilus.Review.Terraform;

namespace Nautilus.Testing.Synth;

/// <summary>
/// JSON that a stack has as text, such as a policy or a dashboard. A golden has it decoded, so that a review shows structure:
/// <c>{ "jsonencode": { … } }</c> takes the place of the text.
/// </summary>
internal static partial class DecodedJson
{
    private const string Mark = "jsonencode";

    private static readonly JsonSerializerOptions Lines = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, NewLine = "\n",
    };

    /// <summary>The same configuration with JSON decoded. Text that could not be restored stays as it is.</summary>
    public static JsonNode? Decode(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(item => KeyValuePair.Create(item.Key, Decode(item.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Decode)]),
        JsonValue value when value.TryGetValue<string>(out var text) && Content(text) is { } content => new JsonObject { [Mark] = content },
        _ => node?.DeepClone(),
    };

    /// <summary>The opposite of <see cref="Decode"/>.</summary>
    public static JsonNode? Encode(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } map when map[Mark] is { } content => Text(content),
        JsonObject map => new JsonObject(map.Select(item => KeyValuePair.Create(item.Key, Encode(item.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Encode)]),
        _ => node?.DeepClone(),
    };

    /// <summary>JSON as a golden has it.</summary>
    public static string Print(JsonNode? node) => node?.ToJsonString(Lines) ?? "null";

    private static JsonNode? Content(string text)
    {
        try
        {
            return text.StartsWith("{\n", StringComparison.Ordinal) && EncodedJson.Parse(text) is { } content && Text(content) == text
                ? content
                : null;
        }
        catch (Exception failure) when (failure is JsonException or FormatException)
        {
            return null;
        }
    }

    // The quotes within an expression of Terraform are not JSON's, and have no backslash.
    private static string Text(JsonNode content) => Expression().Replace(Print(content), match => match.Value.Replace("\\\"", "\""));

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex Expression();
}
