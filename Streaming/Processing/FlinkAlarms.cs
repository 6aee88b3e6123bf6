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

    private static Alarm Down(string application) => new()
    {
        What = "job-down",
        Meaning = $"Flink application {application} has failed, or restarts again and again. It processes no records meanwhile.",
        ToDo = ("Find the last exception in the log of the application.",
            "If the failure began with an update, restore the previous version and its snapshot.",
            "Check that the role can still read the stream and write the results, and that the KMS keys are enabled."),
        Metric = FlinkMetrics.Of(application, "downtime"),
        Threshold = 1,
        Periods = (3, 5),
        Missing = Missing.ChangesNothing,
        Pages = true,
    };

    // The metric counts since the start of the job. A new job counts from 0.
    private static Alarm Checkpoints(string application) => new()
    {
        What = "job-checkpoints",
        Meaning = $"Flink application {application} can't save its state, because checkpoints fail. " +
            "After a failure it would continue from an old checkpoint, and process all later records a second time.",
        ToDo = ("Find the reason in the log: time, size or permissions.",
            "If checkpoints take too long, find the operator that blocks the others, or increase the checkpoint interval.",
            "If the state only grows, check that the program removes old entries from it."),
        Formula = () => new("IF(DIFF(failed) > 0, DIFF(failed), 0)", "Checkpoints that failed")
        {
            Metrics = new Dictionary<string, Metric> { ["failed"] = FlinkMetrics.Of(application, "numberOfFailedCheckpoints") },
        },
        Threshold = 1,
        Period = TimeSpan.FromMinutes(5),
        Periods = (2, 3),
        Missing = Missing.IsGood,
    };

    private static Alarm Processor(string application) => new()
    {
        What = "job-cpu",
        Meaning = $"Flink application {application} uses {BusyPercent} % of the CPU or more, " +
            "for longer than automatic scaling takes to add KPUs.",
        ToDo = ("Check whether automatic scaling is on, and whether the application has reached its limit of KPUs.",
            "Increase the parallelism.",
            "If only one task is busy, distribute the keys of the records more evenly."),
        Metric = FlinkMetrics.Of(application, "cpuUtilization"),
        Threshold = BusyPercent,
        Periods = (25, 30),
        Missing = Missing.IsGood,
    };

    private static Alarm Heap(string application) => new()
    {
        What = "job-heap",
        Meaning = $"Flink application {application} uses {FullPercent} % of the heap or more. It fails when the memory is used up.",
        ToDo = ("Check whether the state or a cache of the program only grows.",
            "Reduce the parallelism per KPU: each task gets more memory.",
            "Increase the parallelism: each task gets a smaller part of the state."),
        Metric = FlinkMetrics.Of(application, "heapMemoryUtilization"),
        Threshold = FullPercent,
        Periods = (10, 15),
        Missing = Missing.IsGood,
    };

    private static Alarm Garbage(string application) => new()
    {
        What = "job-garbage",
        Meaning = $"Flink application {application} spends {CollectingPercent} % of its time or more on garbage collection. " +
            "It processes no records in this time.",
        ToDo = ("Check the use of the heap: it is probably close to its limit.",
            "Reduce the parallelism per KPU: each task gets more memory.",
            "Check whether the program creates many objects for each record."),
        Formula = () => new("collecting * 100 / 60000", "Time spent on garbage collection (%)")
        {
            Metrics = new Dictionary<string, Metric> { ["collecting"] = FlinkMetrics.Of(application, "oldGenerationGCTime") },
        },
        Threshold = CollectingPercent,
        Periods = (10, 15),
        Missing = Missing.IsGood,
    };

    private static Alarm Silent(string application, string stream) => new()
    {
        What = "job-silent",
        Meaning = $"Records arrive in stream {stream}, but Flink application {application} passes none on. " +
            "An application that does not run reports no metrics.",
        ToDo = ("Check whether the application runs, and start it if it does not.",
            "Find a task that blocks the others, and check the destination that the task writes to.",
            "If the program waits for a watermark, find a shard without records."),
        Formula = () => Formula.TrafficWithout(stream,
            new Dictionary<string, Metric> { ["passed"] = FlinkMetrics.Of(application, "numRecordsOutPerSecond") },
            "Records arrive, but none are passed on"),
        Threshold = 1,
        Period = TimeSpan.FromMinutes(5),
        Periods = (6, 12),
        Missing = Missing.IsGood,
        Pages = true,
    };

    private static Alarm Behind(string application, string stream, TimeSpan retention) => new()
    {
        What = "job-behind",
        Meaning = $"Flink application {application} is {(retention * LagShare).TotalHours:0.#} hours behind stream {stream}. " +
            $"The stream keeps records for {retention.TotalHours:0.#} hours. Older records are lost unread.",
        ToDo = ("Check whether the application fails and restarts again and again.",
            "If it is only slow, increase the parallelism, up to the number of shards.",
            "To gain time, increase the retention of the stream. The change also applies to the records in the stream."),
        Formula = () => FlinkMetrics.Lag(application),
        Threshold = (retention * LagShare).TotalMilliseconds,
        Periods = (10, 15),
        Missing = Missing.ChangesNothing,
    };
}
