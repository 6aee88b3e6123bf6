using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Nautilus.Review.Terraform;

/// <summary>
/// JSON in a string of a stack, such as a policy: text with references inside, or <c>${jsonencode(…)}</c>. Its strings stay templates.
/// </summary>
internal static partial class EncodedJson
{
    /// <summary>The JSON; null where the text is something else.</summary>
    public static JsonNode? Parse(string text)
    {
        if (JsonEncode().Match(text) is { Success: true } call)
            return new JsonEncodeArgument(call.Groups["argument"].Value).Read();
        if (!text.TrimStart().StartsWith('{'))
            return null;
        // The quotes within an expression are Terraform's, not JSON's.
        return JsonNode.Parse(Template.Replaced(text, expression => JsonSerializer.Serialize(expression)[1..^1]));
    }

    /// <summary>JSON with all of its strings and keys changed.</summary>
    public static JsonNode? Map(JsonNode? node, Func<string, string> change) => node switch
    {
        JsonObject map => new JsonObject(map.Select(item => KeyValuePair.Create(change(item.Key), Map(item.Value, change)))),
        JsonArray list => new JsonArray([.. list.Select(item => Map(item, change))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => change(value.GetValue<string>()),
        _ => node?.DeepClone(),
    };

    [GeneratedRegex(@"^\$\{jsonencode\((?<argument>.*)\)\}\z", RegexOptions.Singleline)]
    private static partial Regex JsonEncode();
}
