using System.Text.Json.Nodes;

namespace Tests.Kits.Dashboards;

/// <summary>Bodies of dashboards.</summary>
internal static class DashboardJson
{
    public const string Metric = """["AWS/Kinesis", "IncomingBytes", "StreamName", "clicks"]""";

    public const string TextWidget = """{ "type": "text", "x": 0, "y": 0, "properties": { "markdown": "" } }""";

    public static string Body(params string[] widgets) => $$"""{ "widgets": [{{string.Join(',', widgets)}}] }""";

    public static string Graph(string properties) => $$"""{ "type": "metric", "properties": {{properties}} }""";

    public static string GraphOf(params IEnumerable<string> metrics) =>
        Graph($$"""{ "region": "us-east-1", "metrics": [{{string.Join(',', metrics)}}] }""");

    /// <summary>The JSON with another property; without it, if the value is null.</summary>
    public static string With(string json, string property, string? value)
    {
        var changed = JsonNode.Parse(json)!.AsObject();
        changed.Remove(property);
        if (value is not null)
            changed[property] = JsonNode.Parse(value);
        return changed.ToJsonString();
    }
}
