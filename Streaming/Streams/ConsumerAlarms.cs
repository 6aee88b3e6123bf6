using Nautilus.Alarms;

namespace Nautilus.Streams;

/// <summary>The alarms of a consumer with fan-out.</summary>
internal static class ConsumerAlarms
{
    public static Alarm Lag(string stream, string consumer, TimeSpan retention, TimeSpan behind, bool pages) =>
        StreamAlarms.Lag(stream, retention, behind, pages) with
    {
        Meaning = $"Fan-out consumer {consumer} of stream {stream} is {StreamAlarms.Hours(behind)} behind. " +
            $"After {StreamAlarms.Hours(retention)} it loses records.",
        ToDo = ("Check that the consumer runs and is subscribed to every shard.",
            "Look for a record that fails repeatedly and blocks its shard.",
            "To gain time, increase the retention of the stream. The change also applies to the records in the stream."),
        Metric = Metric.OfConsumer(stream, consumer, "SubscribeToShardEvent.MillisBehindLatest", "Maximum"),
    };

    /// <summary>As <see cref="StreamAlarms.Unread"/>, of one consumer.</summary>
    public static Alarm Unread(string stream, string consumer) => StreamAlarms.Unread(stream, () => []) with
    {
        Meaning = $"Records arrive in stream {stream}, but fan-out consumer {consumer} receives none because it is not subscribed. " +
            "A stopped consumer reports no lag.",
        ToDo = ("Check whether the consumer runs, and when it stopped.",
            "Check whether its role may subscribe to the consumer and use the key of the stream.",
            "If nobody needs the consumer, remove it. It is billed by the hour and shard."),
        Formula = () => StreamFormulas.Unread(stream, consumer),
    };
}
