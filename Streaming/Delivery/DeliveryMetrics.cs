using Nautilus.Alarms;

namespace Nautilus.Delivery;

/// <summary>The metrics of a delivery stream.</summary>
internal static class DeliveryMetrics
{
    public static Metric Of(DeliveryStreamProps stream, string name, string statistic = "Sum") =>
        new("AWS/Firehose", name, statistic, new Dictionary<string, string> { ["DeliveryStreamName"] = stream.Name });

    /// <summary>The age of the oldest record that is not delivered yet.</summary>
    public static Metric Age(DeliveryStreamProps stream) => Of(stream, $"{stream.Destination.MetricsOfAge}.DataFreshness", "Maximum");

    public static Metric Coming(DeliveryStreamProps stream) =>
        Of(stream, stream.Source is null ? "IncomingRecords" : "DataReadFromKinesisStream.Records");

    public static Metric Delivered(DeliveryStreamProps stream) => Of(stream, $"{stream.Destination.Metrics}.Records");

    /// <summary>The number of objects with failed records. Firehose has no metric of them, so S3 counts them.</summary>
    public static Metric Failures(DeliveryStreamProps stream) => new("AWS/S3", "PutRequests", "Sum", new Dictionary<string, string>
    {
        ["BucketName"] = stream.Destination.Failures.Name,
        ["FilterId"] = stream.Name,
    });
}
