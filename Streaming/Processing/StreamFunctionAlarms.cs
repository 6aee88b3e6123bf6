using Nautilus.Alarms;

namespace Nautilus.Processing;

/// <summary>The alarms of a function that reads a stream.</summary>
internal static class StreamFunctionAlarms
{
    /// <summary>Shares of the max age, above which the function skips a record. The stream keeps the record for longer.</summary>
    public const double LagWarning = 0.25, LagPage = 0.5;

    public static IEnumerable<Alarm> Of(StreamFunctionProps props, string mapping) =>
    [
        Behind(props, LagWarning, pages: false),
        Behind(props, LagPage, pages: true),
        FunctionAlarms.Errors(props.Name,
            $"Lambda retries failed records up to {props.Retries} times. Then it sends them to the failures bucket."),
        FunctionAlarms.Throttled(props.Name),
        SetAside(props.Name, mapping),
        Lost(props, mapping),
    ];

    public static Metric Age(string function) => FunctionAlarms.Of(function, "IteratorAge", "Maximum");

    public static Metric Count(string mapping, string metric) =>
        new("AWS/Lambda", metric, "Sum", new Dictionary<string, string> { ["EventSourceMappingUUID"] = mapping });

    private static Alarm Behind(StreamFunctionProps props, double share, bool pages) => new()
    {
        What = pages ? "behind-page" : "behind-warning",
        Meaning = $"Function {props.Name} is {Text(props.MaxAge * share)} behind stream {props.Source.Stream.PlainName}. " +
            $"It skips records older than {Text(props.MaxAge)}: Lambda sends them to the failures bucket unprocessed.",
        ToDo = ("Check whether the function fails. A record that fails repeatedly blocks its shard.",
            "If the function is slow, give it more memory or larger batches. Without a tumbling window, also increase the parallelization.",
            "To gain time, increase the max age of the function, and keep the retention of the stream above it."),
        Metric = Age(props.Name),
        Threshold = (props.MaxAge * share).TotalMilliseconds,
        Periods = (10, 15),
        Missing = Missing.ChangesNothing,
        Pages = pages,
    };

    private static Alarm SetAside(string function, string mapping) => new()
    {
        What = "records-set-aside",
        Meaning = $"Function {function} did not process some records: all retries failed, or the records became older than the max age. " +
            "Lambda stored them unchanged in the failures bucket, below aws/lambda/.",
        ToDo = ("Read the newest object there: it has the reason, the number of attempts, and the records in its payload.",
            "Fix the function, or the producer that sends such records.",
            "Put the records into the stream again, if they are still needed."),
        Metric = Count(mapping, "OnFailureDestinationDeliveredEventCount"),
        Threshold = 1,
        Periods = (1, 1),
        Missing = Missing.IsGood,
    };

    private static Alarm Lost(StreamFunctionProps props, string mapping) => new()
    {
        What = "records-lost",
        Meaning = $"Function {props.Name} did not process some records, and Lambda could not store them in the failures bucket. " +
            "They are lost when the retention of the stream ends.",
        ToDo = ("Check that the bucket and its KMS key exist, and that the role of the function can put objects into the bucket.",
            "Increase the retention of the stream now. The change also applies to the records in the stream.",
            $"Read the records again with a second function, which starts {Text(props.MaxAge)} before this alarm."),
        Metric = Count(mapping, "DroppedEventCount"),
        Threshold = 1,
        Periods = (1, 1),
        Missing = Missing.IsGood,
        Pages = true,
    };

    private static string Text(TimeSpan span) => $"{span.TotalHours:0.##} hours";
}
