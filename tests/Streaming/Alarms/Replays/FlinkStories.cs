using Nautilus.Testing.Replays;

namespace Tests.Streaming.Alarms.Replays;

/// <summary>An application of Managed Flink. A stopped application reports nothing.</summary>
internal static class FlinkStories
{
    private static readonly Source Application = new("AWS/KinesisAnalytics", ("Application", "streaming-etl-flink"));
    private static readonly Source Connector = new(
        "AWS/KinesisAnalytics", ("Application", "streaming-etl-flink"), ("Id", "streaming-etl"), ("Flow", "Input"));

    public static readonly Signal Down = Gauge("downtime", 0);
    public static readonly Signal Checkpoints = Gauge("numberOfFailedCheckpoints", 2);
    public static readonly Signal Passed = Application.Reports("numRecordsOutPerSecond", well: 400);
    public static readonly Signal Behind = Connector.Reports("millisBehindLatest", well: 500, always: true);
    private static readonly Signal Processor = Gauge("cpuUtilization", 40);
    private static readonly Signal Heap = Gauge("heapMemoryUtilization", 60);
    private static readonly Signal Collecting = Gauge("oldGenerationGCTime", 200);
    private static readonly Signal Incoming =
        new Source("AWS/Kinesis", ("StreamName", "streaming-etl")).Reports("IncomingRecords", well: 24_000);

    public static Signal[] Signals { get; } = [Down, Checkpoints, Passed, Behind, Processor, Heap, Collecting, Incoming];

    private static Symptom[] Silence { get; } = [.. Signals.Except([Incoming]).Select(signal => signal.Stops())];

    public static Trouble[] All { get; } =
    [
        new("the job fails as often as it starts", Down.Rises(60_000), Passed.Turns(0))
        {
            Fires = ["flink/job-down", "flink/job-silent"],
            Within = 35,
        },
        new("the application is stopped", Silence) { Fires = ["flink/job-silent"], Within = 35 },
        new("the job has no output", Passed.Turns(0)) { Fires = ["flink/job-silent"], Within = 35 },
        new("a checkpoint a minute fails", Checkpoints.Rises(1)) { Fires = ["flink/job-checkpoints"], Within = 10 },
        new("the job uses all of its CPU", Processor.Turns(95)) { Fires = ["flink/job-cpu"], Within = 25 },
        new("the state grows larger than the heap", Heap.Turns(94)) { Fires = ["flink/job-heap"], Within = 10 },
        new("the job spends its time on garbage collection", Collecting.Turns(9_000)) { Fires = ["flink/job-garbage"], Within = 10 },
        new("the job reads the stream more than a day behind", Behind.Turns(43 * FunctionStories.Hour))
        {
            Fires = ["flink/job-behind"],
            Within = 10,
        },
    ];

    private static Signal Gauge(string metric, double well) => Application.Reports(metric, well, always: true);
}
