using Nautilus.Dashboards;

namespace Nautilus.Processing;

/// <summary>The row of a dashboard that shows an application.</summary>
internal static class FlinkRow
{
    public static Widget[] Of(string application, string region)
    {
        return
        [
            Graph("Behind", "milliseconds", Line.Of("lag", FlinkAlarms.Lag(application).Expression, "behind")),
            Graph("Passed on", "records a second",
                Line.Of(FlinkAlarms.Measured(application, "numRecordsOutPerSecond", "Average"), "by all its operators")),
            Graph("Used", "%",
                Line.Of(FlinkAlarms.Measured(application, "cpuUtilization"), "processor"),
                Line.Of(FlinkAlarms.Measured(application, "heapMemoryUtilization"), "heap")),
            Graph("Checkpoints", "milliseconds", Line.Of(FlinkAlarms.Measured(application, "lastCheckpointDuration"), "the last one took")),
        ];

        Widget Graph(string title, string axis, params Line[] lines) => Widget.Graph(title, region, 6, axis, lines);
    }
}
