using Nautilus.Alarms;

namespace Nautilus.Warehousing;

/// <summary>The alarms of a warehouse. The alarms of a delivery stream report failed loads.</summary>
internal static class WarehouseAlarms
{
    private const string Namespace = "AWS/Redshift-Serverless";
    private const int Waiting = 5;

    public static IEnumerable<Alarm> Of(string name, int maxCapacity) => [Failing(name), Queued(name), AtLimit(name, maxCapacity)];

    public static Metric Capacity(string name) =>
        new(Namespace, "ComputeCapacity", "Maximum", new Dictionary<string, string> { ["Workgroup"] = name });

    public static Metric Storage(string name) =>
        new(Namespace, "DataStorage", "Maximum", new Dictionary<string, string> { ["Namespace"] = name });

    // A query, because these metrics also have the database and the type of the query as dimensions.
    public static Formula Count(string name, string function, string metric, string label) =>
        new($"SELECT {function}({metric}) FROM \"{Namespace}\" WHERE Workgroup = '{name}'", label);

    private static Alarm Failing(string name) => new()
    {
        What = "queries-failing",
        Meaning = $"Queries of warehouse {name} have failed repeatedly for 15 minutes. If the queries are loads, records do not arrive.",
        ToDo = ("Find the queries: SELECT * FROM sys_query_history WHERE status = 'failed' ORDER BY start_time DESC.",
            "Find the reason of a failed load: SELECT * FROM sys_load_error_detail ORDER BY start_time DESC.",
            "Fix the columns of the table, or the producer of the records."),
        Formula = () => Count(name, "SUM", "QueriesFailed", "Failed queries"),
        Threshold = 1,
        Period = TimeSpan.FromMinutes(5),
        Periods = (3, 3),
        Missing = Missing.IsGood,
    };

    private static Alarm Queued(string name) => new()
    {
        What = "queries-waiting",
        Meaning = $"{Waiting} or more queries have waited in warehouse {name} for 15 minutes. Records are loaded late.",
        ToDo = ("Find the running queries: SELECT * FROM sys_query_history WHERE status = 'running'.",
            "Cancel the queries that should not run.",
            "Increase the base capacity. If the warehouse is at its max capacity, increase that."),
        Formula = () => Count(name, "MAX", "QueriesQueued", "Waiting queries"),
        Threshold = Waiting,
        Period = TimeSpan.FromMinutes(5),
        Periods = (3, 3),
        Missing = Missing.IsGood,
    };

    private static Alarm AtLimit(string name, int maxCapacity) => new()
    {
        What = "capacity-at-limit",
        Meaning = $"Warehouse {name} has used its max capacity of {maxCapacity} RPUs for an hour. It costs as much as it can cost.",
        ToDo = ("Find the running queries and their users: SELECT * FROM sys_query_history WHERE status = 'running'.",
            "Increase the buffer of Firehose, so that it loads less often and more at once.",
            "If the queries are expected, increase the max capacity."),
        Metric = Capacity(name),
        Threshold = maxCapacity,
        Period = TimeSpan.FromMinutes(5),
        Periods = (12, 12),
        Missing = Missing.IsGood,
    };
}
