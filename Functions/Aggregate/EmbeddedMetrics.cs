using System.Text.Json;

namespace Nautilus.Functions.Aggregate;

/// <summary>
/// CloudWatch's embedded metric format: a log line declares metrics and carries their values. Their timestamp is the start of
/// the window. All shards write the same metrics: CloudWatch adds up their sums, and the maximum of P99 is the P99 of the
/// worst shard.
/// </summary>
internal static class EmbeddedMetrics
{
    public static void WriteKey(Utf8JsonWriter json, string metricNamespace, Window window, string key, KeyStatistics statistics)
    {
        List<(string Name, string Unit, double Value)> metrics = [("Count", "Count", statistics.Count), ("Late", "Count", statistics.Late)];
        if (statistics.Values > 0)
            metrics.AddRange(
            [
                ("Sum", "None", statistics.Sum),
                ("Minimum", "None", statistics.Minimum),
                ("Maximum", "None", statistics.Maximum),
                ("P50", "None", statistics.Quantile(0.5)),
                ("P90", "None", statistics.Quantile(0.9)),
                ("P99", "None", statistics.Quantile(0.99)),
            ]);
        Write(json, metricNamespace, window, [("stream", window.Stream), ("event_type", key)], metrics);
    }

    public static void WriteWindow(Utf8JsonWriter json, string metricNamespace, Window window, WindowState state) =>
        Write(json, metricNamespace, window, [("stream", window.Stream)], [("Duplicates", "Count", state.Duplicates)]);

    private static void Write(
        Utf8JsonWriter json,
        string metricNamespace,
        Window window,
        (string Name, string Value)[] dimensions,
        IReadOnlyList<(string Name, string Unit, double Value)> metrics)
    {
        json.WriteStartObject("_aws");
        json.WriteNumber("Timestamp", new DateTimeOffset(window.Start).ToUnixTimeMilliseconds());
        json.WriteStartArray("CloudWatchMetrics");
        json.WriteStartObject();
        json.WriteString("Namespace", metricNamespace);
        json.WriteStartArray("Dimensions");
        json.WriteStartArray();
        foreach (var (name, _) in dimensions)
            json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteStartArray("Metrics");
        foreach (var (name, unit, _) in metrics)
        {
            json.WriteStartObject();
            json.WriteString("Name", name);
            json.WriteString("Unit", unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();

        foreach (var (name, value) in dimensions)
            json.WriteString(name, value);
        json.WriteString("shard", window.Shard);
        foreach (var (name, _, value) in metrics)
            json.WriteNumber(name, value);
    }
}
