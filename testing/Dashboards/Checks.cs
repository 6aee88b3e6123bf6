using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Nautilus.Testing.Dashboards;

/// <summary>What is wrong with a value at a place of a JSON document, a text each.</summary>
internal delegate IEnumerable<string> Check(JsonNode? value, string at);

internal sealed record Field(string Name, Check Check, bool Required = false);

internal static class Checks
{
    public static Check Text { get; } = That("a text", value => Kind(value) == JsonValueKind.String);

    public static Check Flag { get; } = That("true or false", value => Kind(value) is JsonValueKind.True or JsonValueKind.False);

    public static Check Number { get; } = That("a number", value => Kind(value) == JsonValueKind.Number);

    public static Check Whole(int from, int? to = null) =>
        That(
            $"a whole number from {from}{(to is null ? "" : $" to {to}")}",
            value => value.AsWhole() is { } number && number >= from && (to is null || number <= to));

    public static Check OneOf(params string[] names) => That(string.Join(", ", names), value => names.Contains(value.AsText()));

    public static Check Like(string what, string pattern)
    {
        var whole = new Regex($@"\A(?:{pattern})\z");
        return That(what, value => value.AsText() is { } text && whole.IsMatch(text));
    }

    public static Check That(string what, Func<JsonNode?, bool> holds) =>
        (value, at) => holds(value) ? [] : [$"{at} must be {what}, got {value?.ToJsonString() ?? "null"}"];

    public static Check ListOf(Check item, int from = 0, int to = int.MaxValue) => (value, at) => value is not JsonArray list
        ? [$"{at} must be a list"]
        : list.Count < from || list.Count > to
        ? [$"{at} must have {from}{(to == int.MaxValue ? " or more" : $" to {to}")} items, got {list.Count}"]
        : list.SelectMany((one, index) => item(one, $"{at}[{index}]"));

    public static Check Object(params Field[] fields) => (value, at) => value is JsonObject body
        ? Unknown(body, fields, at).Concat(Missing(body, fields, at)).Concat(Wrong(body, fields, at))
        : [$"{at} must be an object"];

    private static IEnumerable<string> Unknown(JsonObject body, Field[] fields, string at) =>
        from property in body
        where fields.All(field => field.Name != property.Key)
        select $"{at} has no '{property.Key}'";

    private static IEnumerable<string> Missing(JsonObject body, Field[] fields, string at) =>
        from field in fields
        where field.Required && !body.ContainsKey(field.Name)
        select $"{at} must have '{field.Name}'";

    private static IEnumerable<string> Wrong(JsonObject body, Field[] fields, string at) =>
        from field in fields
        where body.ContainsKey(field.Name)
        from complaint in field.Check(body[field.Name], $"{at}.{field.Name}")
        select complaint;

    public static Check Also(this Check check, Func<JsonNode, string, IEnumerable<string>> more) =>
        (value, at) => [.. check(value, at), .. value is JsonObject body ? more(body, at) : []];

    public static string? AsText(this JsonNode? value) => Kind(value) == JsonValueKind.String ? (string)value! : null;

    public static int? AsWhole(this JsonNode? value) => value is JsonValue number && number.TryGetValue<int>(out var whole) ? whole : null;

    private static JsonValueKind Kind(JsonNode? value) => value?.GetValueKind() ?? JsonValueKind.Null;
}
