using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Nautilus.Streams;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Streams;

/// <summary>A stream of two shards for tests of alarms, scaling and dashboards.</summary>
internal static class OperatedStream
{
    public static readonly DataStreamProps Clicks = new()
    {
        Name = "clicks",
        Capacity = Capacity.Provisioned(2),
        Retention = TimeSpan.FromHours(168),
        ShardMetrics = [ShardMetric.IncomingBytes, ShardMetric.IncomingRecords],
    };

    public static string Synthesize(Action<DataStream> use, DataStreamProps? props = null) =>
        Testing.SynthScope(stack => use(new DataStream(stack, "stream", props ?? Clicks)));

    public static string Rejecting(Action<DataStream> use, DataStreamProps? props = null) =>
        Rejected.AtOnce(() => Synthesize(use, props));

    /// <summary>The alarms of a configuration by their names.</summary>
    public static Dictionary<string, JsonNode> AlarmsOf(string synthesized) =>
        (JsonNode.Parse(synthesized)!["resource"]!["aws_cloudwatch_metric_alarm"]?.AsObject() ?? [])
            .ToDictionary(alarm => (string)alarm.Value!["alarm_name"]!, alarm => alarm.Value!);

    /// <summary>The expression of an alarm that has one.</summary>
    public static string Expression(JsonNode alarm) =>
        (string)alarm["metric_query"]!.AsArray().Single(query => (string?)query!["id"] == "result")!["expression"]!;
}
