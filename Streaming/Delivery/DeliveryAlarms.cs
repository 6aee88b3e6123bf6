using Nautilus.Alarms;
using Nautilus.Streams;

namespace Nautilus.Delivery;

/// <summary>The alarms of a delivery stream: what its source, its transformation and its destination can have.</summary>
internal static class DeliveryAlarms
{
    private const double FailingPercent = 10;
    private const int ShortestPeriodMinutes = 5;
    private const double ShareOfRetention = 0.25;
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(10);

    public static IEnumerable<Alarm> Of(DeliveryStreamProps stream) =>
    [
        Late(stream),
        Failing(stream),
        Failed(stream),
        .. stream.Source is { } source ? new[] { Behind(stream, source) } : [Throttled(stream), KeyRefused(stream)],
        .. stream.Transform is null ? [] : new[] { Untransformed(stream) },
        .. stream.Destination is LakeDestination ? new[] { Unconverted(stream), Partitions(stream) } : [],
        .. stream.Destination.Failures.FailedCopies is { } copies ? new[] { Uncopied(stream, copies) } : [],
    ];

    /// <summary>The time that buffers and retries take, and some more.</summary>
    public static TimeSpan LateAfter(DeliveryStreamProps stream) => stream.Destination.Patience + Slack;

    // A delivery that comes once in the interval of the buffer tells something as often: shorter periods would be empty between.
    private static TimeSpan Cadence(DeliveryStreamProps stream) =>
        TimeSpan.FromMinutes(Math.Max(ShortestPeriodMinutes, Math.Ceiling(stream.Destination.Interval.TotalMinutes)));

    private static Alarm Late(DeliveryStreamProps stream) => new()
    {
        What = "late",
        Meaning = $"Delivery stream {stream.Name} has not delivered a record for {LateAfter(stream).TotalMinutes:0.#} minutes, longer than its buffer and its retries take." +
            (stream.Destination.IsS3 ? " Firehose gives up what it can't put into S3 for 24 hours." : ""),
        ToDo = ($"Read the log group /aws/kinesisfirehose/{stream.Name}: it says what Firehose could not do.",
            "See that the role of the delivery stream may write to the destination and use the bucket's key.",
            "See that the destination is there and has room."),
        Metric = DeliveryMetrics.Age(stream),
        Threshold = LateAfter(stream).TotalSeconds,
        Period = Cadence(stream),
        Periods = (2, 3),
        Missing = Missing.IsGood,
        Pages = stream.Destination.IsS3,
    };

    private static Alarm Failing(DeliveryStreamProps stream) => Share(stream, $"{stream.Destination.Metrics}.Success", "Attempts to deliver that fail (%)") with
    {
        What = "failing",
        Meaning = $"At delivery stream {stream.Name}, {FailingPercent} % or more of what goes to {stream.Destination.Text} fails.",
        ToDo = ($"Read the log group /aws/kinesisfirehose/{stream.Name}: it says why.",
            "Mend that: the destination, what it has room for, or what the role may do.",
            "Look for what had to be put among the failures meanwhile, and put it in again."),
        Period = Cadence(stream),
        Periods = (2, 3),
        // What Redshift does not copy is left behind in the bucket, and no age tells of it.
        Pages = stream.Destination is WarehouseDestination,
    };

    private static Alarm Failed(DeliveryStreamProps stream) => new()
    {
        What = "failed",
        Meaning = $"Delivery stream {stream.Name} put records among the failures, in {stream.Destination.FailuresOf(stream.Name)} of its bucket: they are kept, but not where they belong.",
        ToDo = ("The folder says what failed: processing, the conversion of the format, the partition, or the delivery.",
            "Read one of the objects: a record is in it in Base64, with the reason, or with that in the log of the function.",
            "Mend that, put the records in again, and delete the objects."),
        Metric = DeliveryMetrics.Failures(stream),
        Threshold = 1,
        Period = Cadence(stream),
        Periods = (1, 1),
        Missing = Missing.IsGood,
    };

    private static Alarm Behind(DeliveryStreamProps stream, DataStream source)
    {
        var lag = ShareOfRetention * source.RetentionAtLeast;
        return new()
        {
            What = "behind",
            Meaning = $"Delivery stream {stream.Name} reads {lag.TotalHours:0.#} hours behind stream {source.PlainName}. What gets older than the stream's retention is lost to it.",
            ToDo = ("See whether the destination takes what is delivered: Firehose reads no faster than that.",
                "See whether reads are throttled: all that poll a shard share 2 MB a second. Add shards, or let other consumers have fan-out.",
                "To win time, lengthen the stream's retention: it counts at once, for all that is still there."),
            Metric = DeliveryMetrics.Of(stream, "KinesisMillisBehindLatest", "Maximum"),
            Threshold = lag.TotalMilliseconds,
            Period = TimeSpan.FromMinutes(5),
            Periods = (3, 3),
            Missing = Missing.ChangesNothing,
        };
    }

    private static Alarm Throttled(DeliveryStreamProps stream) => new()
    {
        What = "throttled",
        Meaning = $"Delivery stream {stream.Name} refuses records: more come than it may take in a second. Who does not put them again loses them.",
        ToDo = ("See whether the traffic is meant to be: a producer in a loop looks the same.",
            "See that producers put again what was refused, and only that.",
            "Ask for more a second, in Service Quotas, or put a Kinesis stream before it."),
        Metric = DeliveryMetrics.Of(stream, "ThrottledRecords"),
        Threshold = 1,
        Periods = (3, 5),
        Missing = Missing.IsGood,
        Pages = true,
    };

    private static Alarm KeyRefused(DeliveryStreamProps stream) => new()
    {
        What = "key-refused",
        Meaning = $"Delivery stream {stream.Name} can't use the key that its records wait under. What waits for 24 hours is lost.",
        ToDo = ("See that the key is enabled and not about to be deleted.",
            "See that the key's policy still leaves it to the account, and that nobody has revoked Firehose's grant.",
            "If the grant is gone, turn the encryption of the delivery stream off and on again, which makes a new one."),
        Formula = new("FILL(denied, 0) + FILL(disabled, 0) + FILL(invalid, 0) + FILL(missing, 0)", "Uses of the key that were refused")
        {
            Metrics = new Dictionary<string, Metric>
            {
                ["denied"] = DeliveryMetrics.Of(stream, "KMSKeyAccessDenied"),
                ["disabled"] = DeliveryMetrics.Of(stream, "KMSKeyDisabled"),
                ["invalid"] = DeliveryMetrics.Of(stream, "KMSKeyInvalidState"),
                ["missing"] = DeliveryMetrics.Of(stream, "KMSKeyNotFound"),
            },
        },
        Threshold = 1,
        Periods = (3, 5),
        Missing = Missing.IsGood,
        Pages = true,
    };

    private static Alarm Untransformed(DeliveryStreamProps stream) => Share(stream, "ExecuteProcessing.Success", "Calls of the function that fail (%)") with
    {
        What = "untransformed",
        Meaning = $"At delivery stream {stream.Name}, {FailingPercent} % or more of the calls of its function fail. After three more the records go to the failures.",
        ToDo = ("Look at the errors and the throttles of the function, and into its log.",
            "See that the function's concurrency is enough, and that its answers stay below 6 MB and 5 minutes.",
            "Mend it, then put the records in again that are among the failures."),
    };

    private static Alarm Unconverted(DeliveryStreamProps stream) => new()
    {
        What = "unconverted",
        Meaning = $"Delivery stream {stream.Name} can't turn records into Parquet: they don't fit the columns of {stream.Destination.Text}. They are kept among the failures.",
        ToDo = ("Read an object below format-conversion-failed among the failures.",
            "Compare the record with the table's columns and their types.",
            "Mend the table or the function, put the records in again, and delete the objects."),
        Metric = DeliveryMetrics.Of(stream, "FailedConversion.Records"),
        Threshold = 1,
        Period = Cadence(stream),
        Periods = (1, 1),
        Missing = Missing.IsGood,
    };

    private static Alarm Partitions(DeliveryStreamProps stream) => new()
    {
        What = "partitions",
        Meaning = $"Delivery stream {stream.Name} would have to write into more partitions at once than it may, 500 unless AWS was asked for more. The rest goes to the failures.",
        ToDo = ("See which values partition keys have: one that is different in each event is none.",
            "Shorten the buffer interval, so that fewer partitions are open at a time.",
            "Ask AWS for more active partitions, by the form for limits of Firehose."),
        Metric = DeliveryMetrics.Of(stream, "PartitionCountExceeded", "Maximum"),
        Threshold = 1,
        Periods = (1, 1),
        Missing = Missing.IsGood,
    };

    private static Alarm Uncopied(DeliveryStreamProps stream, Metric failedCopies) => new()
    {
        What = "uncopied",
        Meaning = $"The bucket of delivery stream {stream.Name} has objects that S3 could not copy to their replica and does not try again: they have no backup.",
        ToDo = ("See that the replica is there and versioned, and that its bucket policy lets the replicator's role in, when it is another account's.",
            "See that the key of the replica is enabled, and lets that role encrypt.",
            "Then copy what was left behind, by S3 Batch Replication of the objects whose status is FAILED."),
        Metric = failedCopies,
        Threshold = 1,
        Period = TimeSpan.FromMinutes(5),
        Periods = (1, 1),
        Missing = Missing.IsGood,
    };

    private static Alarm Share(DeliveryStreamProps stream, string success, string label) => new()
    {
        What = "",
        Meaning = "",
        ToDo = ("", "", ""),
        Formula = new("100 * (1 - success)", label) { Metrics = new Dictionary<string, Metric> { ["success"] = DeliveryMetrics.Of(stream, success, "Average") } },
        Threshold = FailingPercent,
        Period = TimeSpan.FromMinutes(5),
        Periods = (3, 3),
        Missing = Missing.IsGood,
    };
}
