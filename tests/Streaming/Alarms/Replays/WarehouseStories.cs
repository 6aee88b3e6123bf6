using Nautilus.Testing.Replays;

namespace Tests.Streaming.Alarms.Replays;

/// <summary>A warehouse that may grow to 16 RPUs. It reports while it works: at each load, and while people query it.</summary>
internal static class WarehouseStories
{
    private static readonly Source Workgroup = new("AWS/Redshift-Serverless", ("Workgroup", "streaming-etl"));
    private static readonly Source Queries = new(
        "AWS/Redshift-Serverless", ("Workgroup", "streaming-etl"), ("Database", "events"), ("QueryType", "OTHER"));

    public static readonly Signal Failed = Queries.Reports("QueriesFailed", well: 0);
    public static readonly Signal Waiting = Queries.Reports("QueriesQueued", well: 0);
    public static readonly Signal Capacity = Workgroup.Reports("ComputeCapacity", well: 8);

    public static Signal[] Signals { get; } = [Failed, Waiting, Capacity];

    public static Trouble[] All { get; } =
    [
        new("queries fail repeatedly", Failed.Turns(1)) { Fires = ["warehouse/queries-failing"], Within = 15 },
        new("queries wait", Waiting.Turns(8)) { Fires = ["warehouse/queries-waiting"], Within = 15 },
        new("queries wait for a warehouse that can't grow", Waiting.Turns(8), Capacity.Turns(16))
        {
            Fires = ["warehouse/queries-waiting", "warehouse/capacity-at-limit"],
            Within = 60,
        },
        new("the warehouse uses its maximum capacity", Capacity.Turns(16)) { Fires = ["warehouse/capacity-at-limit"], Within = 60 },
    ];
}
