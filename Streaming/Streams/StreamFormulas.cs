using Nautilus.Alarms;

namespace Nautilus.Streams;

/// <summary>The formulas of a stream's alarms.</summary>
internal static class StreamFormulas
{
    private const string NotRead = "Written but not read";

    public static Formula Unread(string stream, IEnumerable<string> consumers) =>
        Formula.TrafficWithout(stream, Readers(stream, consumers), NotRead);

    public static Formula Unread(string stream, string consumer) => Formula.TrafficWithout(stream, new Dictionary<string, Metric>
    {
        ["events"] = Metric.OfConsumer(stream, consumer, "SubscribeToShardEvent.Success"),
    }, NotRead);

    public static Formula ShareOf(string stream, string refused, string taken, string label) =>
        new("100 * FILL(refused, 0) / (FILL(refused, 0) + FILL(taken, 0))", label)
        {
            Metrics = new Dictionary<string, Metric>
            {
                ["refused"] = Metric.OfStream(stream, refused), ["taken"] = Metric.OfStream(stream, taken),
            },
        };

    public static Formula ShareOfBatches(string stream, string bad, string label) => new("100 * FILL(bad, 0) / total", label)
    {
        Metrics = new Dictionary<string, Metric>
        {
            ["bad"] = Metric.OfStream(stream, bad), ["total"] = Metric.OfStream(stream, "PutRecords.TotalRecords"),
        },
    };

    /// <summary>The share of the limit of an on-demand stream: by bytes or by records, whichever is more.</summary>
    public static Formula ShareOfLimit(string stream, int megabytes)
    {
        var (bytes, records) = ($"FILL(bytes, 0) / {megabytes * 60_000_000L}", $"FILL(records, 0) / {megabytes * 60_000L}");
        return new($"100 * IF({bytes} > {records}, {bytes}, {records})", "Share of the limit (%)")
        {
            Metrics = new Dictionary<string, Metric>
            {
                ["bytes"] = Metric.OfStream(stream, "IncomingBytes"), ["records"] = Metric.OfStream(stream, "IncomingRecords"),
            },
        };
    }

    // An alarm can have ten metrics: one is for the incoming records, one for all consumers that poll. A ninth consumer is not seen.
    private static Dictionary<string, Metric> Readers(string stream, IEnumerable<string> consumers) => new(
    [
        new("polls", Metric.OfStream(stream, "GetRecords.Success")),
        .. consumers.Take(8).Select((consumer, number) => KeyValuePair.Create(
            $"consumer{number + 1}", Metric.OfConsumer(stream, consumer, "SubscribeToShardEvent.Success"))),
    ]);
}
