using Nautilus.Alarms;

namespace Nautilus.Streams;

/// <summary>The alarms that a stream can have.</summary>
internal static class StreamAlarms
{
    private const int BytesPerShard = 1_000_000;
    private const int RecordsPerShard = 1_000;
    private const int BusyPercent = 70;
    private const string NotRead = "Written but not read";

    public static Alarm Lag(string stream, TimeSpan retention, double share, bool pages) => new()
    {
        What = pages ? "lag-page" : "lag-warning",
        Meaning = $"Consumers of stream {stream} are {Text(retention * share)} behind, of {Text(retention)} that it keeps records: what gets older than that is lost unread.",
        ToDo = ("Find the consumer that is slow or stopped: its logs, its errors, its last deployment.",
            "Look for a record that fails again and again, and blocks its shard.",
            "To win time, lengthen the stream's retention: it counts at once, for all that is still there."),
        Metric = Metric.OfStream(stream, "GetRecords.IteratorAgeMilliseconds", "Maximum"),
        Threshold = (retention * share).TotalMilliseconds,
        Periods = (10, 15),
        Missing = Missing.ChangesNothing,
        Pages = pages,
    };

    public static Alarm Unread(string stream, IReadOnlyCollection<string> consumers) => new()
    {
        What = "unread",
        Meaning = $"Records come into stream {stream}, and nobody reads it. A consumer that has stopped tells no lag.",
        ToDo = ("See whether the consumers run, and since when they don't.",
            "See whether they may read: their role or policy, and the stream's key.",
            "If nobody is to read for now, mind the stream's retention: it is all the time there is."),
        Formula = Formula.TrafficWithout(stream, Readers(stream, consumers), NotRead),
        Threshold = 1,
        Period = TimeSpan.FromMinutes(5),
        Periods = (6, 12),
        Missing = Missing.IsGood,
        Pages = true,
    };

    public static Alarm ThrottledWrites(string stream, double share) => new()
    {
        What = "writes-throttled",
        Meaning = $"Stream {stream} refuses {Percent(share)} of the records that are put, or more: a shard takes 1 MB and 1,000 records a second. Who does not try again loses them.",
        ToDo = ("Compare the traffic with the capacity: if all of it is used, add shards, or let the stream scale with its traffic.",
            "If it is not, look for a hot shard: one partition key that has too much of the traffic.",
            "See that producers put what was refused again, with a growing pause."),
        Formula = ShareOf(stream, "WriteProvisionedThroughputExceeded", "IncomingRecords", "Records refused for lack of capacity (%)"),
        Threshold = share * 100,
        Periods = (5, 10),
        Missing = Missing.IsGood,
    };

    public static Alarm ThrottledReads(string stream, double share) => new()
    {
        What = "reads-throttled",
        Meaning = $"Stream {stream} refuses {Percent(share)} of its reads, or more: all that poll a shard share 2 MB and 5 reads a second.",
        ToDo = ("Count the applications that poll the stream.",
            "Let them poll less often, and take more at once.",
            "Give one of them a fan-out consumer: 2 MB a second of each shard for itself."),
        Formula = ShareOf(stream, "ReadProvisionedThroughputExceeded", "GetRecords.Success", "Reads refused for lack of capacity (%)"),
        Threshold = share * 100,
        Periods = (10, 15),
        Missing = Missing.IsGood,
    };

    public static Alarm FailedRecords(string stream, double share) => new()
    {
        What = "records-failed",
        Meaning = $"{Percent(share)} or more of the records that are put into stream {stream} in batches fail by a fault of Kinesis.",
        ToDo = ("Look at the AWS Health Dashboard of the region.",
            "See that producers read the answer to each batch, and put again what failed: the call itself succeeds.",
            "If it lasts, open a case with AWS support."),
        Formula = Batches(stream, "PutRecords.FailedRecords", "Records of batches that failed (%)"),
        Threshold = share * 100,
        Periods = (3, 5),
        Missing = Missing.IsGood,
    };

    public static Alarm ThrottledRecords(string stream, double share) => new()
    {
        What = "records-throttled",
        Meaning = $"{Percent(share)} or more of the records that are put into stream {stream} in batches are refused for lack of capacity. The calls succeed: who does not read their answer loses records.",
        ToDo = ("See that producers put again what was refused, and only that.",
            "Add shards, or let the stream scale with its traffic.",
            "If the stream is not full, look for the partition key that has too much of the traffic."),
        Formula = Batches(stream, "PutRecords.ThrottledRecords", "Records of batches that were throttled (%)"),
        Threshold = share * 100,
        Periods = (3, 5),
        Missing = Missing.IsGood,
        Pages = true,
    };

    public static Alarm HotShard(string stream, ShardMetric measured, string shards, double times) => new()
    {
        What = measured is ShardMetric.IncomingBytes ? "hot-shard" : "hot-shard-records",
        Meaning = $"One shard of stream {stream} carries over {times:0.#} times the mean of the others, and over {BusyPercent} % of what a shard can take. It will refuse records while the others have room.",
        ToDo = ("Find the shard by its shard-level metrics, and the partition keys that fall into it.",
            "Spread the traffic: a key with more values, or a random suffix where order does not matter.",
            "For a key that can't be spread, split its shard until it has one to itself."),
        // CloudWatch takes one query of Metrics Insights an alarm, and perhaps no other metric beside it.
        Formula = new($"IF(MAX(each) * ({shards} - 1) > {times} * (SUM(each) - MAX(each)), MAX(each) / {PercentOfShard(measured)}, 0)", "Use of a shard that is hotter than the others (%)")
        {
            Queries = new Dictionary<string, string>
            {
                ["each"] = $"SELECT SUM({measured}) FROM SCHEMA(\"AWS/Kinesis\", ShardId, StreamName) WHERE StreamName = '{stream}' GROUP BY ShardId ORDER BY SUM() DESC",
            },
        },
        Threshold = BusyPercent,
        Periods = (10, 15),
        Missing = Missing.IsGood,
    };

    public static Alarm OnDemandLimit(string stream, int megabytes, double share) => new()
    {
        What = "on-demand-limit",
        Meaning = $"On-demand stream {stream} takes in {Percent(share)} or more of the {megabytes} MB a second that the account allows it. Above that it refuses records.",
        ToDo = ("See whether the traffic is meant to be: a producer in a loop looks the same.",
            "Ask AWS for a higher limit, in Service Quotas.",
            "Until then, divide the traffic between two streams."),
        Metric = Metric.OfStream(stream, "IncomingBytes"),
        Threshold = share * megabytes * 1_000_000 * 60,
        Periods = (3, 5),
        Missing = Missing.IsGood,
    };

    public static Alarm ConsumerLag(string stream, string consumer, TimeSpan retention, double share, bool pages) => new()
    {
        What = pages ? "lag-page" : "lag-warning",
        Meaning = $"Fan-out consumer {consumer} of stream {stream} is {Text(retention * share)} behind. Records are lost to it after {Text(retention)}.",
        ToDo = ("See whether the consumer runs and is subscribed to every shard.",
            "Look for a record that fails again and again, and blocks its shard.",
            "To win time, lengthen the stream's retention: it counts at once, for all that is still there."),
        Metric = Metric.OfConsumer(stream, consumer, "SubscribeToShardEvent.MillisBehindLatest", "Maximum"),
        Threshold = (retention * share).TotalMilliseconds,
        Periods = (10, 15),
        Missing = Missing.ChangesNothing,
        Pages = pages,
    };

    /// <summary>As <see cref="Unread"/>, of one consumer.</summary>
    public static Alarm ConsumerUnread(string stream, string consumer) => Unread(stream, []) with
    {
        Meaning = $"Records come into stream {stream}, and fan-out consumer {consumer} gets none: it isn't subscribed. A consumer that has stopped tells no lag.",
        Formula = Formula.TrafficWithout(stream, new Dictionary<string, Metric> { ["events"] = Metric.OfConsumer(stream, consumer, "SubscribeToShardEvent.Success") }, NotRead),
    };

    // Of ten metrics that an alarm may have, one is for what comes in and one for all that poll.
    private static Dictionary<string, Metric> Readers(string stream, IReadOnlyCollection<string> consumers) => new(
    [
        new("polls", Metric.OfStream(stream, "GetRecords.Success")),
        .. consumers.Take(8).Select((consumer, number) => KeyValuePair.Create(
            $"consumer{number + 1}", Metric.OfConsumer(stream, consumer, "SubscribeToShardEvent.Success"))),
    ]);

    private static Formula ShareOf(string stream, string refused, string taken, string label) =>
        new("100 * FILL(refused, 0) / (FILL(refused, 0) + FILL(taken, 0))", label)
        {
            Metrics = new Dictionary<string, Metric> { ["refused"] = Metric.OfStream(stream, refused), ["taken"] = Metric.OfStream(stream, taken) },
        };

    private static Formula Batches(string stream, string bad, string label) => new("100 * FILL(bad, 0) / total", label)
    {
        Metrics = new Dictionary<string, Metric> { ["bad"] = Metric.OfStream(stream, bad), ["total"] = Metric.OfStream(stream, "PutRecords.TotalRecords") },
    };

    private static int PercentOfShard(ShardMetric metric) => (metric is ShardMetric.IncomingBytes ? BytesPerShard : RecordsPerShard) * 60 / 100;

    private static string Percent(double share) => $"{share * 100:0.##} %";

    private static string Text(TimeSpan span) => $"{span.TotalHours:0.#} hours";
}
