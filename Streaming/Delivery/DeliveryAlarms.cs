using Nautilus.Alarms;

namespace Nautilus.Delivery;

/// <summary>The alarms of a delivery stream: those of its source, its transformation, its destination and its bucket.</summary>
internal static class DeliveryAlarms
{
    private const double FailingPercent = 10;

    public static IEnumerable<Alarm> Of(DeliveryStreamProps stream) =>
    [
        Late(stream),
        Failing(stream),
        Failed(stream),
        .. SourceAlarms.Of(stream),
        .. stream.Transform is null ? [] : new[] { Untransformed(stream) },
        .. stream.Destination.Alarms(stream),
        .. stream.Destination.Failures.FailedCopies is { } copies ? new[] { Uncopied(stream, copies) } : [],
    ];

    private static Alarm Late(DeliveryStreamProps stream)
    {
        var (lateAfter, losesRecords) = (DeliveryTimes.LateAfter(stream), stream.Destination.LosesLateRecords);
        return new()
        {
            What = "late",
            Meaning = $"Delivery stream {stream.Name} has a record that it did not deliver for {lateAfter.TotalMinutes:0.#} minutes. " +
                "Its buffer and its retries take less time." +
                (losesRecords ? " Firehose discards records that it can't write to S3 for 24 hours." : ""),
            ToDo = ($"Read the errors in the log group {LogOf(stream)}.",
                "Check that the role of the delivery stream may write to the destination, and may use the key of the bucket.",
                "Check that the destination exists and has free space."),
            Metric = DeliveryMetrics.Age(stream),
            Threshold = lateAfter.TotalSeconds,
            Period = DeliveryTimes.Cadence(stream),
            Periods = (2, 3),
            Missing = Missing.IsGood,
            Pages = losesRecords,
        };
    }

    private static Alarm Failing(DeliveryStreamProps stream) => new()
    {
        What = "failing",
        Meaning = $"{FailingPercent} % or more of the deliveries of delivery stream {stream.Name} to {stream.Destination.Text} fail.",
        ToDo = ($"Read the errors in the log group {LogOf(stream)}.",
            "Fix the cause: the destination, its free space, or the permissions of the role.",
            $"Replay the records that Firehose wrote to {stream.FailuresFolder} in the bucket meanwhile."),
        Formula = () => Failures(stream, $"{stream.Destination.Metrics}.Success", "Deliveries that fail (%)"),
        Threshold = FailingPercent,
        Period = DeliveryTimes.Cadence(stream),
        Periods = (2, 3),
        Missing = Missing.IsGood,
        Pages = stream.Destination.PagesWhenFailing,
    };

    private static Alarm Failed(DeliveryStreamProps stream) => new()
    {
        What = "failed",
        Meaning = $"Delivery stream {stream.Name} failed to deliver records. It wrote them to {stream.FailuresFolder} in its bucket. " +
            "The destination does not have them.",
        ToDo = ("Find the step that failed in the name of the folder: processing, format conversion, partitioning, or delivery.",
            "Read an object: it has the record in Base64, and the reason. If processing failed, the reason is in the log of the function.",
            "Fix the cause, replay the records, and delete the objects."),
        Metric = DeliveryMetrics.Failures(stream),
        Threshold = 1,
        Period = DeliveryTimes.Cadence(stream),
        Periods = (1, 1),
        Missing = Missing.IsGood,
    };

    private static Alarm Untransformed(DeliveryStreamProps stream) => new()
    {
        What = "untransformed",
        Meaning = $"{FailingPercent} % or more of the function invocations of delivery stream {stream.Name} fail. " +
            $"After three retries, Firehose writes the records to {stream.FailuresFolder} in its bucket.",
        ToDo = ("Check the errors, the throttles and the log of the function.",
            "Check that the concurrency of the function suffices, and that its responses stay below 6 MB and 5 minutes.",
            "Fix the function, and replay the records."),
        Formula = () => Failures(stream, "ExecuteProcessing.Success", "Function invocations that fail (%)"),
        Threshold = FailingPercent,
        Period = TimeSpan.FromMinutes(5),
        Periods = (3, 3),
        Missing = Missing.IsGood,
    };

    private static Alarm Uncopied(DeliveryStreamProps stream, Metric failedCopies) => new()
    {
        What = "uncopied",
        Meaning = $"S3 failed to copy objects from the bucket of delivery stream {stream.Name} to its replica, and does not retry. " +
            "These objects have no backup.",
        ToDo = ("Check that the replica exists and has versioning on. " +
                "If it is in another account, check that its bucket policy lets in the role of the replication.",
            "Check that the key of the replica is enabled, and lets this role encrypt.",
            "Copy the objects with the replication status FAILED by S3 Batch Replication."),
        Metric = failedCopies,
        Threshold = 1,
        Period = TimeSpan.FromMinutes(5),
        Periods = (1, 1),
        Missing = Missing.IsGood,
    };

    private static string LogOf(DeliveryStreamProps stream) => DeliveryLog.GroupOf(stream.Name);

    /// <summary>The share of attempts that fail, from a metric that is 1 for a success and 0 for a failure.</summary>
    private static Formula Failures(DeliveryStreamProps stream, string success, string label) => new("100 * (1 - success)", label)
    {
        Metrics = new Dictionary<string, Metric> { ["success"] = DeliveryMetrics.Of(stream, success, "Average") },
    };
}
