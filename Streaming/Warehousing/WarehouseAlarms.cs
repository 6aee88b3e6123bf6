using Nautilus.Alarms;
using Nautilus.Streams;

namespace Nautilus.Warehousing;

/// <summary>The alarms of a warehouse. That loads fail, the delivery stream tells itself.</summary>
internal static class WarehouseAlarms
{
    private const string Namespace = "AWS/Redshift-Serverless";
    private const int Waiting = 5;

    public static IEnumerable<Alarm> Of(string name, int maxCapacity) => [Failing(name), Queued(name), AtLimit(name, maxCapacity)];

    public static Metric Capacity(string name) => new(Namespace, "ComputeCapacity", "Maximum", new Dictionary<string, string> { ["Workgroup"] = name });

    public static Metric Storage(string name) => new(Namespace, "DataStorage", "Maximum", new Dictionary<string, string> { ["Namespace"] = name });

    // By a query, since these metrics have dimensions more: the database, and the kind of the query.
    public static Formula Count(string name, string function, string metric, string label) =>
        new($"SELECT {function}({metric}) FROM \"{Namespace}\" WHERE Workgroup = '{name}'", label);

    private static Alarm Failing(string name) => new()
    {
        What = "queries-failing",
        Meaning = $"Queries of warehouse {name} have failed for a quarter of an hour, again and again.",
        ToDo = ("See which: SELECT * FROM sys_query_history WHERE status = 'failed' ORDER BY start_time DESC.",
            "For loads, see why: SELECT * FROM sys_load_error_detail ORDER BY start_time DESC.",
            "Mend the table's columns, or what writes the records."),
        Formula = Count(name, "SUM", "QueriesFailed", "Queries that failed"),
        Threshold = 1,
        Period = TimeSpan.FromMinutes(5),
        Periods = (3, 3),
        Missing = Missing.IsGood,
    };

    private static Alarm Queued(string name) => new()
    {
        What = "queries-waiting",
        Meaning = $"{Waiting} queries or more have waited in warehouse {name} for a quarter of an hour: loads come late.",
        ToDo = ("See what runs: SELECT * FROM sys_query_history WHERE status = 'running'.",
            "Cancel what should not.",
            "Raise the base capacity, or the max capacity if it is reached."),
        Formula = Count(name, "MAX", "QueriesQueued", "Queries that wait"),
        Threshold = Waiting,
        Period = TimeSpan.FromMinutes(5),
        Periods = (3, 3),
        Missing = Missing.IsGood,
    };

    private static Alarm AtLimit(string name, int maxCapacity) => new()
    {
        What = "capacity-at-limit",
        Meaning = $"Warehouse {name} has worked with all of its {maxCapacity} RPUs for an hour: it costs as much as it can.",
        ToDo = ("See what runs, and for whom: sys_query_history.",
            "Let Firehose load less often, with more at once.",
            "If all of it is meant to be, raise the max capacity."),
        Metric = Capacity(name),
        Threshold = maxCapacity,
        Period = TimeSpan.FromMinutes(5),
        Periods = (12, 12),
        Missing = Missing.IsGood,
    };
}
