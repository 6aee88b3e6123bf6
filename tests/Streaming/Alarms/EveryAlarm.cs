using HashiCorp.Cdktf;
using Nautilus.Streams;
using Nautilus.Testing.Synth;
using Tests.Stacks;

namespace Tests.Streaming.Alarms;

/// <summary>Stacks whose streams have every alarm of the library.</summary>
internal static class EveryAlarm
{
    public const string Stream = "clicks";

    /// <summary>The ARN of the workflow that scales the stream, as Terraform has it.</summary>
    public const string Workflow = "${aws_sfn_state_machine.stream_scaling_9EEA5790.arn}";

    public static string Of(
        Capacity capacity,
        double retentionHours = 24,
        string[]? consumers = null,
        ShardMetric[]? shardMetrics = null,
        int? scaledTo = null) =>
        Testing.SynthScope(stack =>
        {
            var stream = new DataStream(stack, "stream", new()
            {
                Name = Stream,
                Capacity = capacity,
                Retention = TimeSpan.FromHours(retentionHours),
                ShardMetrics = shardMetrics ?? [],
            });
            foreach (var consumer in consumers ?? [])
                stream.AddConsumer(consumer);
            stream.AlarmWhenInTrouble();
            if (scaledTo is { } most)
                stream.ScaleWithTraffic(1, most);
        });

    /// <summary>A stack for each kind of stream. Together they have all alarms.</summary>
    public static IReadOnlyDictionary<string, string> Stacks { get; } = new Dictionary<string, string>
    {
        ["provisioned"] = Of(Capacity.Provisioned(4), consumers: ["analytics"], shardMetrics: [ShardMetric.IncomingBytes]),
        ["provisioned, records and bytes"] = Of(
            Capacity.Provisioned(4), shardMetrics: [ShardMetric.IncomingBytes, ShardMetric.IncomingRecords]),
        ["scaled"] = Of(Capacity.Provisioned(4), shardMetrics: [ShardMetric.IncomingBytes], scaledTo: 8),
        ["on demand"] = Of(
            Capacity.OnDemand, retentionHours: 168, consumers: [.. Enumerable.Range(1, 20).Select(number => $"consumer-{number}")]),
        ["pipeline"] = EverythingOfAPipeline.Synthesize(),
        ["of another stack"] = Testing.SynthScope(stack =>
        {
            var stream = DataStream.FromArn(stack, "clicks", "arn:aws:kinesis:us-east-1:111122223333:stream/clicks");
            stream.AlarmWhenInTrouble(new() { Retention = TimeSpan.FromHours(24) });
        }),
    };
}
