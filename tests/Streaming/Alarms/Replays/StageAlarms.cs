using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Nautilus.App;
using Nautilus.Stacks;
using Nautilus.Testing.CloudWatch;
using Nautilus.Testing.Synth;
using Tests.Stacks;

namespace Tests.Streaming.Alarms.Replays;

/// <summary>The alarms of all stages, named by stage and subject, such as <c>to-lake/late</c>. Streams have other stories.</summary>
internal static class StageAlarms
{
    public static IReadOnlyList<Alarm> All { get; } =
    [
        .. In(EverythingOfAPipeline.Synthesize()),
        .. In(Testing.SynthWhole(app => new IotStack(app, "iot", new Deployment()))),
    ];

    private static IEnumerable<Alarm> In(string json) =>
        from alarm in Ids(json).Zip(SynthesizedAlarms.In(json))
        let id = alarm.First.Split('_')
        where id[0] != "stream"
        select new Alarm(Named(alarm.Second, $"{id[0]}/{id[1]}"));

    private static IEnumerable<string> Ids(string json) =>
        JsonNode.Parse(json)!["resource"]!["aws_cloudwatch_metric_alarm"]!.AsObject().Select(alarm => alarm.Key);

    private static JsonObject Named(JsonObject alarm, string name)
    {
        alarm["alarm_name"] = name;
        return alarm;
    }
}
