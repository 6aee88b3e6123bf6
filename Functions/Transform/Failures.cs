using System.Text;
using System.Text.Json;

namespace Nautilus.Functions.Transform;

/// <summary>
/// Collects the reasons why records of a batch failed. Firehose keeps the data of a failed record, but has no field for the
/// reason: the reason goes to the function's log, one line for each, with the id of the first record that it applies to.
/// </summary>
internal sealed class Failures
{
    private readonly Dictionary<string, (int Records, string First)> _reasons = [];

    public void Add(string reason, ReadOnlySpan<byte> recordId)
    {
        var (records, first) = _reasons.GetValueOrDefault(reason);
        _reasons[reason] = (records + 1, first ?? Encoding.UTF8.GetString(recordId));
    }

    /// <summary>Writes the log lines and clears the reasons.</summary>
    public void Flush(string requestId, Func<Stream> log)
    {
        if (_reasons.Count == 0)
            return;
        using var stream = log();
        foreach (var (reason, (records, first)) in _reasons)
        {
            using (var json = new Utf8JsonWriter(stream))
            {
                json.WriteStartObject();
                json.WriteString("level", "WARN");
                json.WriteString("message", "records failed");
                json.WriteString("reason", reason);
                json.WriteNumber("records", records);
                json.WriteString("first_record_id", first);
                json.WriteString("request_id", requestId);
                json.WriteEndObject();
            }

            stream.Write("\n"u8);
        }

        _reasons.Clear();
    }
}
