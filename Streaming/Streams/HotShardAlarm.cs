using Nautilus.Alarms;

namespace Nautilus.Streams;

/// <summary>The alarm on one shard that carries much more than the others.</summary>
internal static class HotShardAlarm
{
    private const int BytesPerShard = 1_000_000;
    private const int RecordsPerShard = 1_000;
    private const int BusyPercent = 70;

    public static Alarm Of(string stream, ShardMetric measured, Func<string> shards, double times) => new()
    {
        What = measured is ShardMetric.IncomingBytes ? "hot-shard" : "hot-shard-records",
        Meaning = $"One shard of stream {stream} carries over {times:0.#} times the mean of the others, " +
            $"and over {BusyPercent} % of its capacity. It will reject records while the others have capacity left.",
        ToDo = ("Find the shard in the shard-level metrics, and the partition keys that belong to it.",
            "Spread the traffic: use a key with more values, or add a random suffix where order does not matter.",
            "If a key can't be spread, split its shard until the key has a shard to itself."),
        // CloudWatch accepts one query of Metrics Insights in an alarm, and perhaps no other metric beside it.
        Formula = () => new(
            $"IF(MAX(each) * ({shards()} - 1) > {times} * (SUM(each) - MAX(each)), MAX(each) / {PercentOfShard(measured)}, 0)",
            "Use of a shard that is hotter than the others (%)")
        {
            Queries = new Dictionary<string, string>
            {
                ["each"] = $"SELECT SUM({measured}) FROM SCHEMA(\"AWS/Kinesis\", ShardId, StreamName) " +
                    $"WHERE StreamName = '{stream}' GROUP BY ShardId ORDER BY SUM() DESC",
            },
        },
        Threshold = BusyPercent,
        Periods = (10, 15),
        Missing = Missing.IsGood,
    };

    private static int PercentOfShard(ShardMetric metric) =>
        (metric is ShardMetric.IncomingBytes ? BytesPerShard : RecordsPerShard) * 60 / 100;
}
