using Nautilus.Alarms;
using Nautilus.Foundations;

namespace Nautilus.Search;

/// <summary>The alarms that AWS recommends for a domain, where they fit it.</summary>
internal sealed record SearchAlarms(string Domain, Location Here, SearchProfile Profile)
{
    private const int FullPercent = 75;

    public static IEnumerable<Alarm> Of(string domain, Location here, SearchProfile profile) => new SearchAlarms(domain, here, profile).All;

    public static Metric Metric(string domain, Location here, string name, string statistic = "Maximum") =>
        new("AWS/ES", name, statistic, new Dictionary<string, string> { ["DomainName"] = domain, ["ClientId"] = here.Account });

    // A replica has no place on one node, so that one is always yellow; and it is its own master.
    private Alarm[] All => Profile.Nodes == 1
        ? [Red, Blocked, Key, Full, Memory, Busy, Backup]
        : [Red, Blocked, Key, Full, Memory, Busy, Backup, Yellow, Headless];

    private Alarm Red => new()
    {
        What = "red",
        Meaning = $"OpenSearch domain {Domain} is red: it has lost a part of an index, which can be neither searched nor written.",
        ToDo = ("See which index it is: GET _cat/indices?health=red.",
            "See why, by GET _cluster/allocation/explain: most often a node is gone or full.",
            "If it stays red, restore the index from the hourly snapshot, or delete it and deliver again what is in the bucket."),
        Metric = Of("ClusterStatus.red"),
        Threshold = 1,
        Periods = (1, 1),
        Missing = Missing.ChangesNothing,
        Pages = true,
    };

    private Alarm Blocked => new()
    {
        What = "writes-blocked",
        Meaning = $"OpenSearch domain {Domain} takes no more documents. Firehose tries for as long as it is told, and then leaves them in the bucket.",
        ToDo = ("See whether disks are full: OpenSearch blocks writes to save itself.",
            "Delete old indexes, or give nodes more GiB.",
            "Or memory is short: take bigger nodes."),
        Metric = Of("ClusterIndexWritesBlocked"),
        Threshold = 1,
        Period = TimeSpan.FromMinutes(5),
        Periods = (1, 1),
        Missing = Missing.ChangesNothing,
        Pages = true,
    };

    private Alarm Key => new()
    {
        What = "key-lost",
        Meaning = $"OpenSearch domain {Domain} can't use its KMS key. Once it has lost the key it can't be recovered but from a snapshot.",
        ToDo = ("See whether the key is disabled, or about to be deleted, and undo that.",
            "See whether a grant of the key was revoked.",
            "If the domain is lost, ask AWS Support before anything else."),
        Formula = new("FILL(error, 0) + FILL(inaccessible, 0)", "Errors with the key")
        {
            Metrics = new Dictionary<string, Metric> { ["error"] = Of("KMSKeyError"), ["inaccessible"] = Of("KMSKeyInaccessible") },
        },
        Threshold = 1,
        Periods = (1, 1),
        Missing = Missing.IsGood,
        Pages = true,
    };

    private Alarm Full => new()
    {
        What = "disk-filling",
        Meaning = $"A node of OpenSearch domain {Domain} has {FullPercent} % of its {Profile.GibPerNode} GiB in use. Full, it takes no more documents.",
        ToDo = ("See what grows: GET _cat/indices?s=store.size:desc.",
            "Delete old indexes, by a policy of index state management.",
            "Or give nodes more GiB: the domain stays in use while it changes."),
        Formula = new($"100 - 100 * free / {Profile.GibPerNode * 1024}", "Disk in use (%)")
        {
            Metrics = new Dictionary<string, Metric> { ["free"] = Of("FreeStorageSpace", "Minimum") },
        },
        Threshold = FullPercent,
        Periods = (5, 5),
        Missing = Missing.ChangesNothing,
    };

    private Alarm Memory => new()
    {
        What = "memory-short",
        Meaning = $"A node of OpenSearch domain {Domain} has 95 % of its heap in use. It may run out of memory, and stop.",
        ToDo = ("See whether somebody searches too widely: the log of slow searches.",
            "Count shards: a node has about 25 for each GiB of heap.",
            "Take bigger nodes, or more."),
        Metric = Of("JVMMemoryPressure"),
        Threshold = 95,
        Periods = (3, 3),
        Missing = Missing.ChangesNothing,
    };

    private Alarm Busy => new()
    {
        What = "busy",
        Meaning = $"A node of OpenSearch domain {Domain} has used 80 % of its CPU or more, for three quarters of an hour.",
        ToDo = ("See whether more is written or searched than before.",
            "Let Firehose collect more before it writes: bigger batches cost less.",
            "Take bigger nodes, or more."),
        Metric = Of("CPUUtilization"),
        Threshold = 80,
        Periods = (40, 45),
        Missing = Missing.ChangesNothing,
    };

    private Alarm Backup => new()
    {
        What = "no-backup",
        Meaning = $"The hourly snapshot of OpenSearch domain {Domain} failed.",
        ToDo = ("See whether the domain is red: then no snapshot succeeds.",
            "List what there is: GET _snapshot/cs-automated-enc/_all.",
            "If it goes on, ask AWS Support."),
        Metric = Of("AutomatedSnapshotFailure"),
        Threshold = 1,
        Periods = (1, 1),
        Missing = Missing.IsGood,
    };

    private Alarm Yellow => new()
    {
        What = "yellow",
        Meaning = $"OpenSearch domain {Domain} is yellow: a copy of a part of an index has no node. Nothing is lost yet.",
        ToDo = ("Wait, if the domain is changing or was just updated.",
            "See why, by GET _cluster/allocation/explain.",
            "See that no index asks for more copies than there are nodes."),
        Metric = Of("ClusterStatus.yellow"),
        Threshold = 1,
        Periods = (15, 15),
        Missing = Missing.ChangesNothing,
    };

    private Alarm Headless => new()
    {
        What = "headless",
        Meaning = $"OpenSearch domain {Domain} can't reach its master: nothing can be decided, and soon nothing written.",
        ToDo = ("Wait some minutes, if the domain is changing.",
            "See the masters' memory and CPU: MasterJVMMemoryPressure, MasterCPUUtilization.",
            "Take bigger masters; if it goes on, ask AWS Support."),
        Formula = new("IF(reachable < 1, 1, 0)", "Master out of reach")
        {
            Metrics = new Dictionary<string, Metric> { ["reachable"] = Of("MasterReachableFromNode") },
        },
        Threshold = 1,
        Periods = (5, 5),
        Missing = Missing.ChangesNothing,
        Pages = true,
    };

    private Metric Of(string name, string statistic = "Maximum") => Metric(Domain, Here, name, statistic);
}
