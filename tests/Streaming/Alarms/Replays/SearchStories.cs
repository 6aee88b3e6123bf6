using Nautilus.Testing.Replays;

namespace Tests.Streaming.Alarms.Replays;

/// <summary>Three nodes of 100 GiB and three masters. A domain tells all of it each minute, also when nobody uses it.</summary>
internal static class SearchStories
{
    private static readonly Source Domain = new("AWS/ES", ("DomainName", "streaming-etl"), ("ClientId", "${element(split(\":\", aws_kms_key.key.arn), 4)}"));

    public static readonly Signal Yellow = Told("ClusterStatus.yellow", 0);
    public static readonly Signal Memory = Told("JVMMemoryPressure", 55);
    public static readonly Signal Processor = Told("CPUUtilization", 20);
    public static readonly Signal Reachable = Told("MasterReachableFromNode", 1);
    private static readonly Signal Red = Told("ClusterStatus.red", 0);
    private static readonly Signal Blocked = Told("ClusterIndexWritesBlocked", 0);
    private static readonly Signal KeyError = Domain.Tells("KMSKeyError", always: true);
    private static readonly Signal KeyInaccessible = Domain.Tells("KMSKeyInaccessible", always: true);
    private static readonly Signal FreeMebibytes = Told("FreeStorageSpace", 60 * 1024);
    private static readonly Signal NoSnapshot = Told("AutomatedSnapshotFailure", 0);

    public static Signal[] Signals { get; } = [Yellow, Memory, Processor, Reachable, Red, Blocked, KeyError, KeyInaccessible, FreeMebibytes, NoSnapshot];

    public static Trouble[] All { get; } =
    [
        new("a part of an index is lost", Red.Turns(1)) { Fires = ["search/red"], Within = 1 },
        new("a part of an index is lost, so no snapshot is taken", Red.Turns(1), NoSnapshot.Turns(1)) { Fires = ["search/red", "search/no-backup"], Within = 1 },
        new("no snapshot is taken", NoSnapshot.Turns(1)) { Fires = ["search/no-backup"], Within = 1 },
        new("a node is gone", Yellow.Turns(1)) { Fires = ["search/yellow"], Within = 15 },
        new("the domain blocks writes, and Firehose tries in vain", Blocked.Turns(1), DeliveryStories.SearchSuccess.Turns(0), DeliveryStories.SearchAge.Rises(60), DeliveryStories.SearchFailures.Turns(1))
        {
            Fires = ["search/writes-blocked", "to-search/failing", "to-search/late", "to-search/failed"],
            Within = 50,
        },
        new("the domain's key is disabled", KeyError.Turns(1)) { Fires = ["search/key-lost"], Within = 1 },
        new("the domain's key is deleted", KeyInaccessible.Turns(1)) { Fires = ["search/key-lost"], Within = 1 },
        new("a disk is almost full", FreeMebibytes.Turns(20 * 1024)) { Fires = ["search/disk-filling"], Within = 5 },
        new("a heap is almost full", Memory.Turns(96)) { Fires = ["search/memory-short"], Within = 3 },
        new("a node works as hard as it can", Processor.Turns(93)) { Fires = ["search/busy"], Within = 40 },
        new("the master is out of reach", Reachable.Turns(0)) { Fires = ["search/headless"], Within = 5 },
    ];

    private static Signal Told(string metric, double well) => Domain.Tells(metric, well, always: true);
}
