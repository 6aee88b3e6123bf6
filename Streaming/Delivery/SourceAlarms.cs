using Nautilus.Alarms;
using Nautilus.Streams;

namespace Nautilus.Delivery;

/// <summary>The alarms of what a delivery stream reads or accepts: a stream, or the records of producers.</summary>
internal static class SourceAlarms
{
    private const double ShareOfRetention = 0.25;

    public static IEnumerable<Alarm> Of(DeliveryStreamProps stream) =>
        stream.Source is { } source ? [Behind(stream, source)] : [Throttled(stream), KeyRefused(stream)];

    private static Alarm Behind(DeliveryStreamProps stream, DataStream source)
    {
        var lag = ShareOfRetention * source.RetentionAtLeast;
        return new()
        {
            What = "behind",
            Meaning = $"Delivery stream {stream.Name} is {lag.TotalHours:0.#} hours behind stream {source.PlainName}. " +
                "It loses records that become older than the retention of the stream.",
            ToDo = ("Check whether the destination accepts records. Firehose reads no faster than it delivers.",
                "Check whether reads are throttled: all consumers that poll a shard share 2 MB a second. " +
                    "Add shards, or give other consumers fan-out.",
                "To gain time, increase the retention of the stream. The change also applies to the records in the stream."),
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
        Meaning = $"Delivery stream {stream.Name} rejects records, because producers put more in a second than its quota allows. " +
            "Producers that do not retry lose these records.",
        ToDo = ("Check whether the traffic is expected. A producer in a loop looks the same.",
            "Check that producers retry the rejected records, and only these.",
            "Request a higher quota in Service Quotas, or put a Kinesis stream before the delivery stream."),
        Metric = DeliveryMetrics.Of(stream, "ThrottledRecords"),
        Threshold = 1,
        Periods = (3, 5),
        Missing = Missing.IsGood,
        Pages = true,
    };

    private static Alarm KeyRefused(DeliveryStreamProps stream) => new()
    {
        What = "key-refused",
        Meaning = $"Delivery stream {stream.Name} can't use the key that encrypts the records in its buffer. " +
            "Firehose discards records that it can't deliver for 24 hours.",
        ToDo = ("Check that the key is enabled, and that its deletion is not scheduled.",
            "Check that the policy of the key lets the account grant access by IAM, and that nobody revoked the grant of Firehose.",
            "If the grant does not exist, turn the encryption of the delivery stream off and on again. This creates a new grant."),
        Formula = () => RefusedUses(stream),
        Threshold = 1,
        Periods = (3, 5),
        Missing = Missing.IsGood,
        Pages = true,
    };

    private static Formula RefusedUses(DeliveryStreamProps stream) =>
        new("FILL(denied, 0) + FILL(disabled, 0) + FILL(invalid, 0) + FILL(missing, 0)", "KMS key errors")
        {
            Metrics = new Dictionary<string, Metric>
            {
                ["denied"] = DeliveryMetrics.Of(stream, "KMSKeyAccessDenied"),
                ["disabled"] = DeliveryMetrics.Of(stream, "KMSKeyDisabled"),
                ["invalid"] = DeliveryMetrics.Of(stream, "KMSKeyInvalidState"),
                ["missing"] = DeliveryMetrics.Of(stream, "KMSKeyNotFound"),
            },
        };
}
