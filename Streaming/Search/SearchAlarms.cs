using Nautilus.Alarms;
using Nautilus.Foundations;

namespace Nautilus.Search;

/// <summary>The alarms that AWS recommends for a domain of this profile.</summary>
internal sealed record SearchAlarms(string Domain, Location Location, SearchProfile Profile)
{
    private const int FullPercent = 75;

    public static IEnumerable<Alarm> Of(string domain, Location location, SearchProfile profile) =>
        new SearchAlarms(domain, location, profile).All;

    public static Metric Metric(string domain, Location location, string name, string statistic = "Maximum") =>
        new("AWS/ES", name, statistic, new Dictionary<string, string> { ["DomainName"] = domain, ["ClientId"] = location.Account });

    // A single node is always yellow, because it has no place for a replica, and it is its own master.
    private Alarm[] All => Profile.Nodes == 1
        ? [Red, Blocked, Key, Full, Memory, Busy, Backup]
        : [Red, Blocked, Key, Full, Memory, Busy, Backup, Yellow, Headless];

    private Alarm Red => new()
    {
        What = "red",
        Meaning = $"OpenSearch domain {Domain} is red: a primary shard of an index has no node. " +
            "Its documents can be neither searched nor written.",
        ToDo = ("Find the index: GET _cat/indices?health=red.",
            "Find the reason: GET _cluster/allocation/explain. Most often a node has failed or its disk is full.",
            "If the domain stays red, restore the index from the hourly snapshot. " +
            "If that fails, delete the index and deliver its records again from the bucket."),
        Metric = Of("ClusterStatus.red"),
        Threshold = 1,
        Periods = (1, 1),
        Missing = Missing.ChangesNothing,
        Pages = true,
    };

    private Alarm Blocked => new()
    {
        What = "writes-blocked",
        Meaning = $"OpenSearch domain {Domain} rejects documents. " +
            "Firehose retries for its retry duration, and then leaves them in the bucket.",
        ToDo = ("Check the free disk space of the nodes. OpenSearch blocks writes when a disk is almost full.",
            "Delete old indexes, or increase the disk of each node.",
            "If memory is short, use larger nodes."),
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
        Meaning = $"OpenSearch domain {Domain} can't use its KMS key. " +
            "A domain that has lost its key can be recovered only from a snapshot.",
        ToDo = ("Check whether the key is disabled or scheduled for deletion, and undo that.",
            "Check whether a grant of the key was revoked.",
            "If the domain is lost, open a case with AWS Support before you change anything else."),
        Formula = () => new("FILL(error, 0) + FILL(inaccessible, 0)", "KMS key errors")
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
        Meaning = $"A node of OpenSearch domain {Domain} uses {FullPercent} % or more of its disk of {Profile.GibPerNode} GiB. " +
            "When the disk is full, the domain rejects documents.",
        ToDo = ("Find the largest indexes: GET _cat/indices?s=store.size:desc.",
            "Delete old indexes, with a policy of Index State Management.",
            "If the data must stay, increase the disk of each node. The domain stays available during the change."),
        Formula = () => new($"100 - 100 * free / {Profile.GibPerNode * 1024}", "Disk in use (%)")
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
        Meaning = $"A node of OpenSearch domain {Domain} uses 95 % or more of its Java heap. It can run out of memory and stop.",
        ToDo = ("Look for expensive searches in the log of slow searches.",
            "Count the shards. A node can hold about 25 shards for each GiB of heap.",
            "Use larger nodes, or more nodes."),
        Metric = Of("JVMMemoryPressure"),
        Threshold = 95,
        Periods = (3, 3),
        Missing = Missing.ChangesNothing,
    };

    private Alarm Busy => new()
    {
        What = "busy",
        Meaning = $"A node of OpenSearch domain {Domain} used 80 % or more of its CPU in 40 of the last 45 minutes.",
        ToDo = ("Compare the rates of indexing and searching with those of last week.",
            "Increase the buffer of Firehose. Larger batches need less CPU.",
            "Use larger nodes, or more nodes."),
        Metric = Of("CPUUtilization"),
        Threshold = 80,
        Periods = (40, 45),
        Missing = Missing.ChangesNothing,
    };

    private Alarm Backup => new()
    {
        What = "no-backup",
        Meaning = $"The hourly snapshot of OpenSearch domain {Domain} failed. Documents since the last snapshot can't be restored.",
        ToDo = ("Check whether the domain is red. A red domain creates no snapshots.",
            "List the existing snapshots: GET _snapshot/cs-automated-enc/_all.",
            "If the failures continue, open a case with AWS Support."),
        Metric = Of("AutomatedSnapshotFailure"),
        Threshold = 1,
        Periods = (1, 1),
        Missing = Missing.IsGood,
    };

    private Alarm Yellow => new()
    {
        What = "yellow",
        Meaning = $"OpenSearch domain {Domain} is yellow: a replica shard of an index has no node. No document is lost yet.",
        ToDo = ("Wait, if the domain is changing or was just updated.",
            "Find the reason: GET _cluster/allocation/explain.",
            "Check that each index has fewer replicas than the domain has nodes."),
        Metric = Of("ClusterStatus.yellow"),
        Threshold = 1,
        Periods = (15, 15),
        Missing = Missing.ChangesNothing,
    };

    private Alarm Headless => new()
    {
        What = "headless",
        Meaning = $"Nodes of OpenSearch domain {Domain} can't reach the master node. Without a master, the domain will reject documents.",
        ToDo = ("Wait for some minutes, if the domain is changing.",
            "Check the memory and the CPU of the masters: MasterJVMMemoryPressure, MasterCPUUtilization.",
            "Use larger masters. If the failure continues, open a case with AWS Support."),
        Formula = () => new("IF(reachable < 1, 1, 0)", "Master not reachable")
        {
            Metrics = new Dictionary<string, Metric> { ["reachable"] = Of("MasterReachableFromNode") },
        },
        Threshold = 1,
        Periods = (5, 5),
        Missing = Missing.ChangesNothing,
        Pages = true,
    };

    private Metric Of(string name, string statistic = "Maximum") => Metric(Domain, Location, name, statistic);
}
