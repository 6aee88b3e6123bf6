using System.Text.Json.Nodes;
using Nautilus.Testing.CloudWatch;

namespace Tests.Streaming.Alarms;

/// <summary>Reads the attributes of an alarm in Terraform JSON.</summary>
internal static class AlarmReading
{
    public static string? Text(this JsonObject alarm, string attribute) => alarm[attribute]?.ToString();

    /// <summary>The metric of an alarm, or the metrics of its queries.</summary>
    public static IEnumerable<JsonNode> Metrics(this JsonObject alarm) =>
        alarm["metric_name"] is not null ? [alarm] : alarm.Queries().Select(query => query["metric"]).OfType<JsonNode>();

    public static IEnumerable<InsightsQuery> InsightsQueries(this JsonObject alarm) =>
        alarm.Expressions().Where(InsightsQuery.IsOne).Select(InsightsQuery.Parse);

    public static IEnumerable<string> Expressions(this JsonObject alarm) =>
        alarm.Queries().Select(query => query["expression"]).OfType<JsonNode>().Select(expression => expression.GetValue<string>());

    public static IEnumerable<JsonNode> Queries(this JsonObject alarm) => (alarm["metric_query"]?.AsArray() ?? []).Select(query => query!);
}
