using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Tests.Streaming.Alarms;

/// <summary>The rules that every alarm of ours must follow.</summary>
internal static partial class AlarmRules
{
    private const string Kinesis = "AWS/Kinesis";

    public static IReadOnlyList<AlarmRule> All { get; } =
    [
        new("a metric of Kinesis is one of a stream", alarm => Of(alarm.Metrics(),
            metric => metric["namespace"]?.ToString() == Kinesis && string.IsNullOrEmpty(metric["dimensions"]?["StreamName"]?.ToString()),
            metric => $"{metric["metric_name"]} has no dimension StreamName"))
        {
            Violated =
            [
                """{ "dimensions": null }""",
                """{ "dimensions": { "ShardId": "shardId-000000000000" } }""",
                """{ "dimensions": { "StreamName": "" } }""",
                """
                { "metric_name": null, "metric_query": [{ "metric": { "namespace": "AWS/Kinesis", "metric_name": "IncomingBytes" } }] }
                """,
            ],
        },
        new("a query over Kinesis is one of a stream", alarm => Of(alarm.InsightsQueries(),
            query => query.Namespace == Kinesis && !query.Conditions.Any(
                condition => condition is { Dimension: "StreamName", Equal: true, Value.Length: > 0 }),
            query => $"{query.Function}({query.Metric}) has no WHERE StreamName = "))
        {
            Violated =
            [
                Expression("""SELECT MAX(IncomingBytes) FROM SCHEMA(\"AWS/Kinesis\", StreamName)"""),
                Expression("""SELECT MAX(IncomingBytes) FROM SCHEMA(\"AWS/Kinesis\", StreamName) WHERE StreamName != 'clicks'"""),
                Expression("""SELECT MAX(IncomingBytes) FROM \"AWS/Kinesis\" WHERE StreamName = ''"""),
            ],
        },
        new("an alarm notifies somebody", alarm => Unless(
            alarm["alarm_actions"] is JsonArray { Count: > 0 } && alarm["actions_enabled"]?.GetValue<bool>() is not false,
            "it has no action"))
        {
            Violated = ["""{ "alarm_actions": null }""", """{ "alarm_actions": [] }""", """{ "actions_enabled": false }"""],
        },
        new("an alarm says what missing data means", alarm => Unless(
            alarm["treat_missing_data"] is not null, "treat_missing_data has the default"))
        {
            Violated = ["""{ "treat_missing_data": null }"""],
        },
        new("an alarm says how many periods must breach", alarm => Unless(
            alarm["datapoints_to_alarm"] is not null, "datapoints_to_alarm has the default"))
        {
            Violated = ["""{ "datapoints_to_alarm": null }"""],
        },
        new("an alarm says what it means, and three things to do", alarm => Unless(
            Description().IsMatch(alarm.Text("alarm_description") ?? ""), $"it says: {alarm.Text("alarm_description")}"))
        {
            Violated =
            [
                """{ "alarm_description": null }""",
                """{ "alarm_description": "Consumers are behind." }""",
                """{ "alarm_description": "Consumers are behind. 1. Look. 2. Restart." }""",
                """{ "alarm_description": "1. Look. 2. Restart. 3. Wait." }""",
                """{ "alarm_description": "Consumers are behind. 2. Restart. 1. Look. 3. Wait." }""",
            ],
        },
        new("a description fits into CloudWatch", alarm => Unless(
            alarm.Text("alarm_description") is not { Length: > 1024 }, "it has over 1024 characters"))
        {
            Violated = [$$"""{ "alarm_description": "{{new string('a', 1025)}}" }"""],
        },
        new("a name fits into CloudWatch", alarm => Unless(
            alarm.Text("alarm_name") is { Length: > 0 and <= 255 }, $"the name is {alarm.Text("alarm_name")}"))
        {
            Violated = ["""{ "alarm_name": null }""", $$"""{ "alarm_name": "{{new string('a', 256)}}" }"""],
        },
        new("an alarm has at most ten metrics", alarm => Unless(
            alarm.Metrics().Count() <= 10, $"it has {alarm.Metrics().Count()}"))
        {
            Violated = [Queries(11, """{ "metric": {} }""")],
        },
        new("an alarm has at most ten expressions", alarm => Unless(
            alarm.Expressions().Count() <= 10, $"it has {alarm.Expressions().Count()}"))
        {
            Violated = [Queries(11, """{ "expression": "a" }""")],
        },
        new("an expression fits into CloudWatch", alarm => Of(
            alarm.Expressions(), text => text.Length > 2048, text => $"one has {text.Length} characters"))
        {
            Violated = [Expression(new string('a', 2049))],
        },
        new("an alarm has at most one query of Metrics Insights", alarm => Unless(
            alarm.InsightsQueries().Count() <= 1, $"it has {alarm.InsightsQueries().Count()}"))
        {
            Violated = [Queries(2, """{ "expression": "SELECT SUM(A) FROM \"N\"" }""")],
        },
        new("an alarm is evaluated every minute", alarm => Unless(
            Span(alarm) <= TimeSpan.FromDays(1), $"it looks back over {Span(alarm)}: above a day, it is evaluated once an hour"))
        {
            Violated = ["""{ "period": 3600, "evaluation_periods": 25 }"""],
        },
    ];

    private static TimeSpan Span(JsonObject alarm) => TimeSpan.FromSeconds(alarm["evaluation_periods"]!.GetValue<int>()
        * (alarm.Metrics().Concat(alarm.Queries()).Append(alarm).Max(node => node["period"]?.GetValue<int>()) ?? 0));

    private static string Expression(string text) => Queries(1, $$"""{ "expression": "{{text}}" }""");

    private static string Queries(int count, string query) =>
        $$"""{ "metric_name": null, "metric_query": [{{string.Join(',', Enumerable.Repeat(query, count))}}] }""";

    private static IEnumerable<string> Unless(bool kept, string otherwise) => kept ? [] : [otherwise];

    private static IEnumerable<string> Of<T>(IEnumerable<T> all, Func<T, bool> offends, Func<T, string> say) =>
        all.Where(offends).Select(say);

    [GeneratedRegex(@"^(?!\d\. )\S.*\. 1\. .+ 2\. .+ 3\. .+\z")]
    private static partial Regex Description();
}
