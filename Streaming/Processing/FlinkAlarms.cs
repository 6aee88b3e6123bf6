using Nautilus.Alarms;

namespace Nautilus.Processing;

/// <summary>The seven alarms of an application.</summary>
internal static class FlinkAlarms
{
    private const int BusyPercent = 80, FullPercent = 90, CollectingPercent = 10;
    private const double LagShare = 0.25;

    public static IEnumerable<Alarm> Of(FlinkApplicationProps props) =>
    [
        Down(props.Name),
        Checkpoints(props.Name),
        Processor(props.Name),
        Heap(props.Name),
        Garbage(props.Name),
        Silent(props.Name, props.Source.Stream.PlainName),
        Behind(props.Name, props.Source.Stream.PlainName, props.Source.Stream.RetentionAtLeast),
    ];

    public static Metric Measured(string application, string metric, string statistic = "Maximum") =>
        new("AWS/KinesisAnalytics", metric, statistic, new Dictionary<string, string> { ["Application"] = application });

    /// <summary>By a query, since which dimensions it has beside the application hangs on the connector and its version.</summary>
    public static Formula Lag(string application) =>
        new($"SELECT MAX(millisBehindLatest) FROM \"AWS/KinesisAnalytics\" WHERE Application = '{application}'", "Behind the stream (ms)");

    private static Alarm Down(string application) => new()
    {
        What = "job-down",
        Meaning = $"Flink application {application} has failed, or fails again as often as it starts. It processes nothing meanwhile.",
        ToDo = ("Read the last exception in its log.",
            "If it came with an update, go back to the version before, and to its snapshot.",
            "See that its role may still read the stream and write its results, and that their keys are enabled."),
        Metric = Measured(application, "downtime"),
        Threshold = 1,
        Periods = (3, 5),
        Missing = Missing.ChangesNothing,
        Pages = true,
    };

    // The metric counts from the start of the job on, and begins anew with each.
    private static Alarm Checkpoints(string application) => new()
    {
        What = "job-checkpoints",
        Meaning = $"Flink application {application} can't keep its state: checkpoints fail. After a failure it would begin far behind, with what came since a second time.",
        ToDo = ("Read in its log why: time, size or rights.",
            "If they take too long, look for an operator that holds all up, or make checkpoints rarer.",
            "If the state only grows, see that what it holds is let go some time."),
        Formula = new("IF(DIFF(failed) > 0, DIFF(failed), 0)", "Checkpoints that failed")
        {
            Metrics = new Dictionary<string, Metric> { ["failed"] = Measured(application, "numberOfFailedCheckpoints") },
        },
        Threshold = 1,
        Period = TimeSpan.FromMinutes(5),
        Periods = (2, 3),
        Missing = Missing.IsGood,
    };

    private static Alarm Processor(string application) => new()
    {
        What = "job-cpu",
        Meaning = $"Flink application {application} uses {BusyPercent} % of a processor or more, for longer than it takes to add some.",
        ToDo = ("See whether it scales by itself, and whether it has come to the account's limit of KPUs.",
            "Raise its parallelism.",
            "If only one task is busy, spread its keys."),
        Metric = Measured(application, "cpuUtilization"),
        Threshold = BusyPercent,
        Periods = (25, 30),
        Missing = Missing.IsGood,
    };

    private static Alarm Heap(string application) => new()
    {
        What = "job-heap",
        Meaning = $"Flink application {application} uses {FullPercent} % of a heap or more. It will end for lack of memory.",
        ToDo = ("See whether the state or a cache of the program only grows.",
            "Give each task more memory: less parallelism per KPU.",
            "Raise its parallelism, to divide the state."),
        Metric = Measured(application, "heapMemoryUtilization"),
        Threshold = FullPercent,
        Periods = (10, 15),
        Missing = Missing.IsGood,
    };

    private static Alarm Garbage(string application) => new()
    {
        What = "job-garbage",
        Meaning = $"Flink application {application} spends {CollectingPercent} % of its time or more on freeing memory, and none of that on records.",
        ToDo = ("Look at its heap: this comes before it is full.",
            "Give each task more memory: less parallelism per KPU.",
            "See whether the program makes many objects for each record."),
        Formula = new("collecting * 100 / 60000", "Time spent on freeing memory (%)")
        {
            Metrics = new Dictionary<string, Metric> { ["collecting"] = Measured(application, "oldGenerationGCTime") },
        },
        Threshold = CollectingPercent,
        Periods = (10, 15),
        Missing = Missing.IsGood,
    };

    private static Alarm Silent(string application, string stream) => new()
    {
        What = "job-silent",
        Meaning = $"Records come into stream {stream}, and Flink application {application} passes none on. It may not run: then it tells nothing at all.",
        ToDo = ("See whether it runs, and start it if not.",
            "Look for a task that holds up the others, and for what it writes to.",
            "If it waits for a watermark, look for a shard that gets nothing."),
        Formula = Formula.TrafficWithout(stream, new Dictionary<string, Metric> { ["passed"] = Measured(application, "numRecordsOutPerSecond") }, "Records come in, none go out"),
        Threshold = 1,
        Period = TimeSpan.FromMinutes(5),
        Periods = (6, 12),
        Missing = Missing.IsGood,
        Pages = true,
    };

    private static Alarm Behind(string application, string stream, TimeSpan retention) => new()
    {
        What = "job-behind",
        Meaning = $"Flink application {application} is {(retention * LagShare).TotalHours:0.#} hours behind stream {stream}, which keeps records for {retention.TotalHours:0.#} hours: what gets older than that is lost unread.",
        ToDo = ("See whether it fails and starts again and again.",
            "If it is only slow, raise its parallelism, up to the stream's shards.",
            "To win time, lengthen the stream's retention: it counts at once, for all that is still there."),
        Formula = Lag(application),
        Threshold = (retention * LagShare).TotalMilliseconds,
        Periods = (10, 15),
        Missing = Missing.ChangesNothing,
    };
}
