using Nautilus.Alarms;

namespace Nautilus.Processing;

/// <summary>The alarms of a function that reads a stream.</summary>
internal static class StreamFunctionAlarms
{
    /// <summary>Shares of the age at which the function goes on without a record. The stream keeps it longer.</summary>
    public const double LagWarning = 0.25, LagPage = 0.5;

    public static IEnumerable<Alarm> Of(StreamFunctionProps props, string mapping) =>
    [
        Behind(props, LagWarning, pages: false),
        Behind(props, LagPage, pages: true),
        FunctionAlarms.Errors(props.Name, $"Records are tried {props.Retries} times again; then they are set aside."),
        FunctionAlarms.Throttled(props.Name),
        SetAside(props, mapping),
        Lost(props.Name, mapping),
    ];

    public static Metric Age(string function) => FunctionAlarms.Of(function, "IteratorAge", "Maximum");

    public static Metric Count(string mapping, string metric) =>
        new("AWS/Lambda", metric, "Sum", new Dictionary<string, string> { ["EventSourceMappingUUID"] = mapping });

    private static Alarm Behind(StreamFunctionProps props, double share, bool pages) => new()
    {
        What = pages ? "behind-page" : "behind-warning",
        Meaning = $"Function {props.Name} is {(props.MaxAge * share).TotalHours:0.##} hours behind stream {props.Source.Stream.PlainName}. It goes on without records of {props.MaxAge.TotalHours:0.##} hours: they are set aside, not processed.",
        ToDo = ("See whether it fails: a record that fails again and again blocks its shard.",
            "If it is slow, give it more memory or larger batches, or, without a window, more parallelization.",
            "To win time, raise its max age, and the stream's retention above it."),
        Metric = Age(props.Name),
        Threshold = (props.MaxAge * share).TotalMilliseconds,
        Periods = (10, 15),
        Missing = Missing.ChangesNothing,
        Pages = pages,
    };

    private static Alarm SetAside(StreamFunctionProps props, string mapping) => new()
    {
        What = "records-set-aside",
        Meaning = $"Function {props.Name} has failed on records to the end. They are kept in its bucket of failures, below aws/lambda/, as they were.",
        ToDo = ("Read the newest object there: it says how often and how it failed, and has the records in its payload.",
            "Mend the function, or what sends such records.",
            "Put the records into the stream again, if they are worth it."),
        Metric = Count(mapping, "OnFailureDestinationDeliveredEventCount"),
        Threshold = 1,
        Periods = (1, 1),
        Missing = Missing.IsGood,
    };

    private static Alarm Lost(string function, string mapping) => new()
    {
        What = "records-lost",
        Meaning = $"Function {function} has failed on records to the end, and Lambda could not keep them in its bucket of failures. They go when the stream forgets them.",
        ToDo = ("See that the bucket and its key are there, and that the function's role may put into it.",
            "Lengthen the stream's retention now: it counts at once, for all that is still there.",
            "Read the records again: with a second function that starts at the time of this alarm."),
        Metric = Count(mapping, "DroppedEventCount"),
        Threshold = 1,
        Periods = (1, 1),
        Missing = Missing.IsGood,
        Pages = true,
    };
}
