using System.Buffers;
using System.Text.Json;

namespace Nautilus.Functions.Aggregate;

/// <summary>The statistics of one key in a window, as a document for a search index.</summary>
internal static class WindowResult
{
    /// <summary>The same id for the same window, shard and key: readers can drop the copy if a delivery was repeated.</summary>
    public static string IdOf(Window window, string key) =>
        $"{window.Stream}/{window.Shard}/{window.Start:yyyy-MM-dd'T'HH:mm:ss'Z'}/{key}";

    public static byte[] ToRecord(Window window, string key, KeyStatistics statistics)
    {
        var record = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(record))
        {
            json.WriteStartObject();
            json.WriteString("id", IdOf(window, key));
            json.WriteString("stream", window.Stream);
            json.WriteString("shard", window.Shard);
            json.WriteString("window_start", window.Start);
            json.WriteString("window_end", window.End);
            json.WriteBoolean("is_part", window.IsPart);
            json.WriteString("event_type", key);
            json.WriteNumber("count", statistics.Count);
            json.WriteNumber("late", statistics.Late);
            if (statistics.Values > 0)
                WriteValues(json, statistics);
            json.WriteEndObject();
        }

        record.Write("\n"u8);
        return record.WrittenSpan.ToArray();
    }

    private static void WriteValues(Utf8JsonWriter json, KeyStatistics statistics)
    {
        json.WriteNumber("value_count", statistics.Values);
        json.WriteNumber("sum", statistics.Sum);
        json.WriteNumber("min", statistics.Minimum);
        json.WriteNumber("max", statistics.Maximum);
        json.WriteNumber("p50", statistics.Quantile(0.5));
        json.WriteNumber("p90", statistics.Quantile(0.9));
        json.WriteNumber("p99", statistics.Quantile(0.99));
    }
}
