using System.Buffers;
using System.Text;
using System.Text.Json;
using Nautilus.Functions.Records;
using Nautilus.Functions.Runtime;

namespace Nautilus.Functions.Aggregate;

/// <summary>
/// Aggregates the events of a window by type. The function stops at the first record that it can't read and reports that
/// record: Lambda keeps the state so far and retries from there.
/// <para>
/// If that record is the first of a batch, a report would make Lambda retry the whole batch, and at last send all of it to the
/// on-failure destination. So the invocation fails instead: Lambda splits the batch until the record is alone, and then sends
/// only that record to the destination. A record counts with all its events or not at all, so nothing is counted twice.
/// </para>
/// </summary>
internal sealed class WindowAggregation(Settings settings, FirehoseClient? delivery, Func<Stream> output)
{
    private readonly EventReader _event = new();

    public void Handle(Invocation invocation, ArrayBufferWriter<byte> response)
    {
        using var document = JsonDocument.Parse(invocation.Event);
        var root = document.RootElement;
        var window = Window.Of(root);
        var state = WindowState.Read(root.TryGetProperty("state", out var carried) ? carried : default);
        var failed = AggregateAll(root.GetProperty("Records"), window, state);
        if (failed is null && root.TryGetProperty("isFinalInvokeForWindow", out var isFinal) && isFinal.GetBoolean())
        {
            Publish(window, state, invocation.Deadline);
            state = new();
        }

        using var json = new Utf8JsonWriter(response);
        json.WriteStartObject();
        json.WritePropertyName("state");
        state.Write(json);
        json.WriteStartArray("batchItemFailures");
        if (failed is not null)
        {
            json.WriteStartObject();
            json.WriteString("itemIdentifier", failed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Returns the sequence number of the first record that can't be read, or null.</summary>
    private string? AggregateAll(JsonElement records, Window window, WindowState state)
    {
        foreach (var (place, record) in records.EnumerateArray().Index())
        {
            var kinesis = record.GetProperty("kinesis");
            var sequence = kinesis.GetProperty("sequenceNumber").GetString()!;
            if (Aggregate(kinesis.GetProperty("data").GetBytesFromBase64(), sequence, window, state) is not { } reason)
                continue;
            if (place == 0 && records.GetArrayLength() > 1)
                throw new FormatException(
                    $"record {sequence} can't be read: {reason}. "
                    + "This invocation fails, so that Lambda splits the batch and the other records are counted");
            WriteLine(json =>
            {
                json.WriteString("level", "WARN");
                json.WriteString("message", "a record failed");
                json.WriteString("reason", reason);
                json.WriteString("sequence_number", sequence);
                json.WriteString("shard", window.Shard);
            });
            return sequence;
        }

        return null;
    }

    private string? Aggregate(byte[] data, string sequence, Window window, WindowState state)
    {
        try
        {
            foreach (var json in new UserRecords(data))
                if (_event.Read(json) is { } reason)
                    return reason;
        }
        catch (FormatException error)
        {
            return error.Message;
        }

        var place = 0;
        foreach (var json in new UserRecords(data))
        {
            _event.Read(json);
            Count(json, sequence, place++, window, state);
        }

        return null;
    }

    private void Count(ReadOnlySpan<byte> json, string sequence, int place, Window window, WindowState state)
    {
        var id = _event[EventSchema.Id];
        var isNew = id.IsEmpty ? state.Seen.Add(Encoding.ASCII.GetBytes(sequence), place) : state.Seen.Add(id.Of(json), -1);
        if (isNew)
            state.Of(Encoding.ASCII.GetString(_event[EventSchema.Type].Of(json))).Add(_event.Value, isLate: _event.Time < window.Start);
        else
            state.Duplicates++;
    }

    /// <summary>Puts the results first: if Firehose rejects them, Lambda repeats the invocation, and no metric is written twice.</summary>
    private void Publish(Window window, WindowState state, DateTimeOffset deadline)
    {
        if (delivery is not null && state.Keys.Count > 0)
            delivery.Put([.. state.Keys.Select(key => WindowResult.ToRecord(window, key.Key, key.Value))], deadline);
        foreach (var (key, statistics) in state.Keys)
            WriteLine(json => EmbeddedMetrics.WriteKey(json, settings.Namespace, window, key, statistics));
        WriteLine(json => EmbeddedMetrics.WriteWindow(json, settings.Namespace, window, state));
    }

    private void WriteLine(Action<Utf8JsonWriter> writeMembers)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteEndObject();
        }

        line.Write("\n"u8);
        using var stream = output();
        stream.Write(line.WrittenSpan);
    }
}
