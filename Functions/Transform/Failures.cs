using System.Text;
using System.Text.Json;

namespace Nautilus.Functions.Transform;

/// <summary>
/// The reasons of a batch's failed records. Firehose keeps a failed record's data, and has no place for why it failed: that
/// goes to the function's log, a line for each reason, which names the first of its records.
/// </summary>
internal sealed class Failures
{
    private readonly Dictionary<string, (int Records, string First)> _reasons = [];

    public void Add(string reason, ReadOnlySpan<byte> recordId)
    {
        var (records, first) = _reasons.GetValueOrDefault(reason);
        _reasons[reason] = (records + 1, first ?? Encoding.UTF8.GetString(recordId));
    }

    /// <summary>Writes the lines and forgets the batch.</summary>
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
