using Nautilus.Alarms;

namespace Nautilus.Delivery;

/// <summary>The alarms that only a delivery to a lake has.</summary>
internal static class LakeAlarms
{
    public static IEnumerable<Alarm> Of(DeliveryStreamProps stream) => [Unconverted(stream), Partitions(stream)];

    private static Alarm Unconverted(DeliveryStreamProps stream) => new()
    {
        What = "unconverted",
        Meaning = $"Delivery stream {stream.Name} can't convert records to Parquet, because they do not fit the columns of " +
            $"{stream.Destination.Text}. It writes these records to {stream.FailuresFolder} in its bucket.",
        ToDo = ($"Read an object in the folder format-conversion-failed below {stream.FailuresFolder}.",
            "Compare the record with the columns of the table and their types.",
            "Fix the table or the function, replay the records, and delete the objects."),
        Metric = DeliveryMetrics.Of(stream, "FailedConversion.Records"),
        Threshold = 1,
        Period = DeliveryTimes.Cadence(stream),
        Periods = (1, 1),
        Missing = Missing.IsGood,
    };

    private static Alarm Partitions(DeliveryStreamProps stream) => new()
    {
        What = "partitions",
        Meaning = $"Delivery stream {stream.Name} needs more active partitions than its quota, which is 500 unless AWS has raised it. " +
            $"It writes the records of further partitions to {stream.FailuresFolder} in its bucket.",
        ToDo = ("Check the values of the partition keys. A value that differs in each event can't be a partition key.",
            "Decrease the buffer interval, so that fewer partitions are active at a time.",
            "Request a higher quota of active partitions by the limits form of Firehose."),
        Metric = DeliveryMetrics.Of(stream, "PartitionCountExceeded", "Maximum"),
        Threshold = 1,
        Periods = (1, 1),
        Missing = Missing.IsGood,
    };
}
