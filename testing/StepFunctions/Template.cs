using System.Text.Json.Nodes;

namespace Nautilus.Testing.StepFunctions;

/// <summary>JSON in which a string in <c>{% … %}</c> is an expression of JSONata.</summary>
internal static class Template
{
    public static JsonNode? Evaluate(JsonNode template, JsonObject variables)
    {
        var expressions = Strings(template).Where(IsExpression).ToArray();
        if (expressions.Length == 0)
            return template.DeepClone();
        try
        {
            var values = new Queue<JsonNode?>(Jsonata.Evaluate(expressions.Select(text => text[2..^2].Trim()), variables));
            return Filled(template, values);
        }
        catch (JsonataException error)
        {
            throw new TaskException("States.QueryEvaluationError", error.Message);
        }
    }

    private static bool IsExpression(string text) =>
        text.StartsWith("{%", StringComparison.Ordinal) && text.EndsWith("%}", StringComparison.Ordinal);

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Strings(field.Value)),
        JsonArray items => items.SelectMany(Strings),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private static JsonNode? Filled(JsonNode? node, Queue<JsonNode?> values) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Filled(field.Value, values)))),
        JsonArray items => new JsonArray([.. items.Select(item => Filled(item, values))]),
        JsonValue value when value.TryGetValue<string>(out var text) && IsExpression(text) => values.Dequeue()?.DeepClone(),
        _ => node?.DeepClone(),
    };
}
