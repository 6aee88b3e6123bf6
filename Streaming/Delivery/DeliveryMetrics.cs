using Nautilus.Alarms;

namespace Nautilus.Delivery;

/// <summary>What CloudWatch knows of a delivery stream.</summary>
internal static class DeliveryMetrics
{
    public static Metric Of(DeliveryStreamProps stream, string name, string statistic = "Sum") =>
        new("AWS/Firehose", name, statistic, new Dictionary<string, string> { ["DeliveryStreamName"] = stream.Name });

    /// <summary>How old the oldest record is that is not delivered. Of Redshift there is none, but of what is put into S3 for it.</summary>
    public static Metric Age(DeliveryStreamProps stream) =>
        Of(stream, $"{(stream.Destination.IsS3 ? "DeliveryToS3" : stream.Destination.Metrics)}.DataFreshness", "Maximum");

    public static Metric Coming(DeliveryStreamProps stream) => Of(stream, stream.Source is null ? "IncomingRecords" : "DataReadFromKinesisStream.Records");

    public static Metric Delivered(DeliveryStreamProps stream) => Of(stream, $"{stream.Destination.Metrics}.Records");

    /// <summary>Objects with what could not be delivered.</summary>
    public static Metric Failures(DeliveryStreamProps stream) => new("AWS/S3", "PutRequests", "Sum", new Dictionary<string, string>
    {
        ["BucketName"] = stream.Destination.Failures.Name,
        ["FilterId"] = stream.Name,
    });
}
