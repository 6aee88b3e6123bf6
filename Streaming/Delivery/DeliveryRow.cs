using Nautilus.Dashboards;

namespace Nautilus.Delivery;

/// <summary>The row of a dashboard that shows a delivery stream.</summary>
internal static class DeliveryRow
{
    public static Widget[] Of(DeliveryStreamProps stream, string region) =>
    [
        Widget.Graph("Records", region, 8, "records a minute",
            [Line.Of(DeliveryMetrics.Coming(stream), "in"), Line.Of(DeliveryMetrics.Delivered(stream), "delivered")]),
        Widget.Graph("Oldest that is not delivered", region, 8, "seconds",
            [Line.Of(DeliveryMetrics.Age(stream), "age")], [("late", DeliveryTimes.LateAfter(stream).TotalSeconds)]),
        Widget.Graph("Put among the failures", region, 8, "objects a minute", [Line.Of(DeliveryMetrics.Failures(stream), "objects")]),
    ];
}
