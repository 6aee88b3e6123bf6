using Nautilus.Dashboards;

namespace Nautilus.Warehousing;

/// <summary>The row of a dashboard that shows a warehouse.</summary>
internal static class WarehouseRow
{
    public static Widget[] Of(string name, int maxCapacity, string region)
    {
        return
        [
            Widget.Graph("Capacity in use", region, 8, "RPUs",
                [Line.Of(WarehouseAlarms.Capacity(name), "RPUs")], [("max capacity", maxCapacity)]),
            Widget.Graph("Queries", region, 8, "queries",
            [
                Count("succeeded", "SUM", "QueriesSucceeded", "succeeded"),
                Count("failed", "SUM", "QueriesFailed", "failed"),
                Count("waiting", "MAX", "QueriesQueued", "waiting"),
            ]),
            Widget.Graph("Data", region, 8, "MB", [Line.Of(WarehouseAlarms.Storage(name), "stored")]),
        ];

        Line Count(string id, string function, string metric, string label) =>
            Line.Of(id, WarehouseAlarms.Count(name, function, metric, label).Expression, label);
    }
}
