using Nautilus.Dashboards;

namespace Nautilus.Processing;

/// <summary>The row of a dashboard that shows an application.</summary>
internal static class FlinkRow
{
    public static Widget[] Of(string application, string region) =>
    [
        Widget.Graph("Behind", region, 6, "milliseconds", [Line.Of("lag", FlinkAlarms.Lag(application).Expression, "behind")]),
        Widget.Graph("Passed on", region, 6, "records a second", [Line.Of(FlinkAlarms.Measured(application, "numRecordsOutPerSecond", "Average"), "by all its operators")]),
        Widget.Graph("Used", region, 6, "%",
            [Line.Of(FlinkAlarms.Measured(application, "cpuUtilization"), "processor"), Line.Of(FlinkAlarms.Measured(application, "heapMemoryUtilization"), "heap")]),
        Widget.Graph("Checkpoints", region, 6, "milliseconds", [Line.Of(FlinkAlarms.Measured(application, "lastCheckpointDuration"), "the last one took")]),
    ];
}
