using Nautilus.Testing.Replays;

namespace Tests.Streaming.Alarms.Replays;

/// <summary>An application of Managed Flink. One that does not run tells nothing at all.</summary>
internal static class FlinkStories
{
    private static readonly Source Application = new("AWS/KinesisAnalytics", ("Application", "streaming-etl-flink"));
    private static readonly Source Connector = new("AWS/KinesisAnalytics", ("Application", "streaming-etl-flink"), ("Id", "streaming-etl"), ("Flow", "Input"));

    public static readonly Signal Down = Told("downtime", 0);
    public static readonly Signal Checkpoints = Told("numberOfFailedCheckpoints", 2);
    public static readonly Signal Passed = Application.Tells("numRecordsOutPerSecond", well: 400);
    public static readonly Signal Behind = Connector.Tells("millisBehindLatest", well: 500, always: true);
    private static readonly Signal Processor = Told("cpuUtilization", 40);
    private static readonly Signal Heap = Told("heapMemoryUtilization", 60);
    private static readonly Signal Collecting = Told("oldGenerationGCTime", 200);
    private static readonly Signal Incoming = new Source("AWS/Kinesis", ("StreamName", "streaming-etl")).Tells("IncomingRecords", well: 24_000);

    public static Signal[] Signals { get; } = [Down, Checkpoints, Passed, Behind, Processor, Heap, Collecting, Incoming];

    private static Symptom[] Gone { get; } = [.. Signals.Except([Incoming]).Select(signal => signal.Stops())];

    public static Trouble[] All { get; } =
    [
        new("the job fails as often as it starts", Down.Rises(60_000), Passed.Turns(0)) { Fires = ["flink/job-down", "flink/job-silent"], Within = 35 },
        new("the application is stopped", Gone) { Fires = ["flink/job-silent"], Within = 35 },
        new("the job passes nothing on", Passed.Turns(0)) { Fires = ["flink/job-silent"], Within = 35 },
        new("a checkpoint a minute fails", Checkpoints.Rises(1)) { Fires = ["flink/job-checkpoints"], Within = 10 },
        new("the job needs more processors than it gets", Processor.Turns(95)) { Fires = ["flink/job-cpu"], Within = 25 },
        new("the state outgrows the heap", Heap.Turns(94)) { Fires = ["flink/job-heap"], Within = 10 },
        new("the job only frees memory", Collecting.Turns(9_000)) { Fires = ["flink/job-garbage"], Within = 10 },
        new("the job reads a day and more behind", Behind.Turns(43 * FunctionStories.Hour)) { Fires = ["flink/job-behind"], Within = 10 },
    ];

    private static Signal Told(string metric, double well) => Application.Tells(metric, well, always: true);
}
