using Nautilus.Dashboards;

namespace Nautilus.Processing;

/// <summary>The row of a dashboard that shows an application.</summary>
internal static class FlinkRow
{
    public static Widget[] Of(string application, string region)
    {
        return
        [
            Graph("Behind", "milliseconds", Line.Of("lag", FlinkMetrics.Lag(application).Expression, "behind")),
            Graph("Passed on", "records a second",
                Line.Of(FlinkMetrics.Of(application, "numRecordsOutPerSecond", "Average"), "by all its operators")),
            Graph("Used", "%",
                Line.Of(FlinkMetrics.Of(application, "cpuUtilization"), "processor"),
                Line.Of(FlinkMetrics.Of(application, "heapMemoryUtilization"), "heap")),
            Graph("Checkpoints", "milliseconds", Line.Of(FlinkMetrics.Of(application, "lastCheckpointDuration"), "the last one took")),
        ];

        Widget Graph(string title, string axis, params Line[] lines) => Widget.Graph(title, region, 6, axis, lines);
    }
}
