using Nautilus.Alarms;

namespace Nautilus.Processing;

/// <summary>The metrics of CloudWatch for an application.</summary>
internal static class FlinkMetrics
{
    public static Metric Of(string application, string metric, string statistic = "Maximum") =>
        new("AWS/KinesisAnalytics", metric, statistic, new Dictionary<string, string> { ["Application"] = application });

    /// <summary>A query, because the dimensions of the metric depend on the connector and its version.</summary>
    public static Formula Lag(string application) =>
        new($"SELECT MAX(millisBehindLatest) FROM \"AWS/KinesisAnalytics\" WHERE Application = '{application}'", "Behind the stream (ms)");
}
