using Nautilus.Testing.Replays;

namespace Tests.Streaming.Alarms.Replays;

/// <summary>A domain of three nodes with 100 GiB, and three masters. A domain reports each minute, also while nobody uses it.</summary>
internal static class SearchStories
{
    private static readonly Source Domain = new(
        "AWS/ES", ("DomainName", "streaming-etl"), ("ClientId", "${element(split(\":\", aws_kms_key.key.arn), 4)}"));

    public static readonly Signal Yellow = Gauge("ClusterStatus.yellow", 0);
    public static readonly Signal Memory = Gauge("JVMMemoryPressure", 55);
    public static readonly Signal Processor = Gauge("CPUUtilization", 20);
    public static readonly Signal Reachable = Gauge("MasterReachableFromNode", 1);
    private static readonly Signal Red = Gauge("ClusterStatus.red", 0);
    private static readonly Signal Blocked = Gauge("ClusterIndexWritesBlocked", 0);
    private static readonly Signal KeyError = Domain.Reports("KMSKeyError", always: true);
    private static readonly Signal KeyInaccessible = Domain.Reports("KMSKeyInaccessible", always: true);
    private static readonly Signal FreeMebibytes = Gauge("FreeStorageSpace", 60 * 1024);
    private static readonly Signal NoSnapshot = Gauge("AutomatedSnapshotFailure", 0);

    public static Signal[] Signals { get; } =
        [Yellow, Memory, Processor, Reachable, Red, Blocked, KeyError, KeyInaccessible, FreeMebibytes, NoSnapshot];

    public static Trouble[] All { get; } =
    [
        new("a part of an index is lost", Red.Turns(1)) { Fires = ["search/red"], Within = 1 },
        new("a part of an index is lost, so no snapshot is taken", Red.Turns(1), NoSnapshot.Turns(1))
        {
            Fires = ["search/red", "search/no-backup"],
            Within = 1,
        },
        new("no snapshot is taken", NoSnapshot.Turns(1)) { Fires = ["search/no-backup"], Within = 1 },
        new("a node is lost", Yellow.Turns(1)) { Fires = ["search/yellow"], Within = 15 },
        new("the domain blocks writes, so the deliveries of Firehose fail",
            Blocked.Turns(1), DeliveryStories.SearchSuccess.Turns(0),
            DeliveryStories.SearchAge.Rises(60), DeliveryStories.SearchFailures.Turns(1))
        {
            Fires = ["search/writes-blocked", "to-search/failing", "to-search/late", "to-search/failed"],
            Within = 50,
        },
        new("the domain's key is disabled", KeyError.Turns(1)) { Fires = ["search/key-lost"], Within = 1 },
        new("the domain's key is deleted", KeyInaccessible.Turns(1)) { Fires = ["search/key-lost"], Within = 1 },
        new("a disk is almost full", FreeMebibytes.Turns(20 * 1024)) { Fires = ["search/disk-filling"], Within = 5 },
        new("a heap is almost full", Memory.Turns(96)) { Fires = ["search/memory-short"], Within = 3 },
        new("a node uses all of its CPU", Processor.Turns(93)) { Fires = ["search/busy"], Within = 40 },
        new("the nodes do not reach the master", Reachable.Turns(0)) { Fires = ["search/headless"], Within = 5 },
    ];

    private static Signal Gauge(string metric, double well) => Domain.Reports(metric, well, always: true);
}
