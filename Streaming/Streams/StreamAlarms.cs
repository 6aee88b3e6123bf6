using Nautilus.Alarms;

namespace Nautilus.Streams;

/// <summary>The alarms that a stream can have.</summary>
internal static class StreamAlarms
{
    public const string LagPage = "lag-page";

    private const string LagWarning = "lag-warning";

    /// <summary>The order on a dashboard.</summary>
    public static readonly string[] Order =
    [
        LagWarning, LagPage, "unread", "writes-throttled", "reads-throttled", "records-failed", "records-throttled",
        "hot-shard", "hot-shard-records", "on-demand-limit", "scaling-failed", "scaling-silent", "at-most-shards",
    ];

    public static Alarm Lag(string stream, TimeSpan retention, TimeSpan behind, bool pages) => new()
    {
        What = pages ? LagPage : LagWarning,
        Meaning = $"Consumers of stream {stream} are {Hours(behind)} behind. " +
            $"The stream keeps records for {Hours(retention)}. Older records are lost unread.",
        ToDo = ("Find the consumer that is slow or stopped: check its logs, errors and last deployment.",
            "Look for a record that fails repeatedly and blocks its shard.",
            "To gain time, increase the retention of the stream. The change also applies to the records in the stream."),
        Metric = Metric.OfStream(stream, "GetRecords.IteratorAgeMilliseconds", "Maximum"),
        Threshold = behind.TotalMilliseconds,
        Periods = (10, 15),
        Missing = Missing.ChangesNothing,
        Pages = pages,
    };

    public static Alarm Unread(string stream, Func<IEnumerable<string>> consumers) => new()
    {
        What = "unread",
        Meaning = $"Records arrive in stream {stream}, but no consumer reads them. A stopped consumer reports no lag.",
        ToDo = ("Check whether the consumers run, and when they stopped.",
            "Check whether the consumers have access: their role or policy, and the key of the stream.",
            "If nobody needs to read now, check the retention of the stream. Records are lost when it ends."),
        Formula = () => StreamFormulas.Unread(stream, consumers()),
        Threshold = 1,
        Period = TimeSpan.FromMinutes(5),
        Periods = (6, 12),
        Missing = Missing.IsGood,
        Pages = true,
    };

    public static Alarm ThrottledWrites(string stream, double share) => new()
    {
        What = "writes-throttled",
        Meaning = $"Stream {stream} rejects {Percent(share)} or more of the records. A shard accepts 1 MB and 1,000 records a second. " +
            "Producers that do not retry lose these records.",
        ToDo = ("Compare the traffic with the capacity. If all capacity is used, add shards or scale the stream with its traffic.",
            "If capacity is left, look for a hot shard: a partition key with too much of the traffic.",
            "Check that producers retry the rejected records, with increasing pauses."),
        Formula = () => StreamFormulas.ShareOf(
            stream, "WriteProvisionedThroughputExceeded", "IncomingRecords", "Records rejected for lack of capacity (%)"),
        Threshold = share * 100,
        Periods = (5, 10),
        Missing = Missing.IsGood,
    };

    public static Alarm ThrottledReads(string stream, double share) => new()
    {
        What = "reads-throttled",
        Meaning = $"Stream {stream} rejects {Percent(share)} or more of the reads. " +
            "All consumers that poll a shard share 2 MB and 5 reads a second.",
        ToDo = ("Count the applications that poll the stream.",
            "Make them poll less often and read more records in each call.",
            "Give one of them a fan-out consumer: 2 MB a second from each shard for this consumer alone."),
        Formula = () => StreamFormulas.ShareOf(
            stream, "ReadProvisionedThroughputExceeded", "GetRecords.Success", "Reads rejected for lack of capacity (%)"),
        Threshold = share * 100,
        Periods = (10, 15),
        Missing = Missing.IsGood,
    };

    public static Alarm FailedRecords(string stream, double share) => new()
    {
        What = "records-failed",
        Meaning = $"Kinesis fails to store {Percent(share)} or more of the records that producers put into stream {stream} in batches.",
        ToDo = ("Check the AWS Health Dashboard for the region.",
            "Check that producers read the response of each batch and retry the failed records. The call itself succeeds.",
            "If the failures continue, open a case with AWS Support."),
        Formula = () => StreamFormulas.ShareOfBatches(stream, "PutRecords.FailedRecords", "Records of batches that failed (%)"),
        Threshold = share * 100,
        Periods = (3, 5),
        Missing = Missing.IsGood,
    };

    public static Alarm ThrottledRecords(string stream, double share) => new()
    {
        What = "records-throttled",
        Meaning = $"Stream {stream} rejects {Percent(share)} or more of the records in batches for lack of capacity. " +
            "The calls succeed. Producers that do not read the response lose these records.",
        ToDo = ("Check that producers retry the rejected records, and only these.",
            "Add shards, or scale the stream with its traffic.",
            "If capacity is left, look for the partition key with too much of the traffic."),
        Formula = () => StreamFormulas.ShareOfBatches(stream, "PutRecords.ThrottledRecords", "Records of batches that were throttled (%)"),
        Threshold = share * 100,
        Periods = (3, 5),
        Missing = Missing.IsGood,
        Pages = true,
    };

    public static Alarm OnDemandLimit(string stream, int megabytes, double share) => new()
    {
        What = "on-demand-limit",
        Meaning = $"On-demand stream {stream} takes in {Percent(share)} or more of its limit: " +
            $"{megabytes} MB or {1000L * megabytes} records a second. Above the limit it rejects records.",
        ToDo = ("Check whether the traffic is expected. A producer in a loop looks the same.",
            "Request a higher limit in Service Quotas.",
            "Until then, divide the traffic between two streams."),
        Formula = () => StreamFormulas.ShareOfLimit(stream, megabytes),
        Threshold = share * 100,
        Periods = (3, 5),
        Missing = Missing.IsGood,
    };

    private static string Percent(double share) => $"{share * 100:0.##} %";

    public static string Hours(TimeSpan span) => $"{span.TotalHours:0.#} hours";
}
