using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using Nautilus.Functions.Records;

namespace Nautilus.Functions.Transform;

/// <summary>
/// Turns a record's data into lines for the lake. Firehose deaggregates the records of its source stream before it calls a
/// function. An aggregate that was put into Firehose directly arrives whole, and becomes several lines if all its events belong
/// to one partition.
/// </summary>
internal sealed class RecordTransformer
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    private readonly EventReader _event = new();
    private readonly ArrayBufferWriter<byte> _lines = new(4096);
    private readonly ArrayBufferWriter<byte> _partition = new(256);
    private readonly ArrayBufferWriter<byte> _otherPartition = new(256);
    private byte[] _data = new byte[4096];

    public ReadOnlySpan<byte> Lines => _lines.WrittenSpan;

    public ReadOnlySpan<byte> PartitionKeys => _partition.WrittenSpan;

    /// <summary>Returns null for a good record, otherwise the reason of the failure.</summary>
    public string? Transform(in FirehoseRecord record)
    {
        _lines.ResetWrittenCount();
        _partition.ResetWrittenCount();
        if (!TryDecode(record, out var data))
            return "the data is not base64";
        try
        {
            foreach (var json in new UserRecords(data))
                if (TransformOne(json, record) is { } reason)
                    return reason;
        }
        catch (FormatException error)
        {
            return error.Message;
        }

        return Lines.IsEmpty ? "the aggregate is empty" : null;
    }

    private string? TransformOne(ReadOnlySpan<byte> json, in FirehoseRecord record)
    {
        if (_event.Read(json) is { } reason)
            return reason;
        if (_event.Time > record.Arrival + Ahead)
            return "event_time is more than a day after the arrival";

        Span<byte> time = stackalloc byte[EventTime.Length];
        EventTime.Write(_event.Time, time);
        EventWriter.Write(_event, json, record, time, _lines);

        var isFirst = PartitionKeys.IsEmpty;
        var partition = isFirst ? _partition : _otherPartition;
        partition.ResetWrittenCount();
        Partition.Write(_event[EventSchema.Type].Of(json), time, partition);
        return isFirst || PartitionKeys.SequenceEqual(_otherPartition.WrittenSpan)
            ? null
            : "the aggregate has events of more than one partition";
    }

    private bool TryDecode(in FirehoseRecord record, out ReadOnlySpan<byte> data)
    {
        if (_data.Length < record.Data.Length)
            _data = new byte[record.Data.Length * 2];
        var text = record.Data;
        if (record.IsDataEscaped)
        {
            var reader = new Utf8JsonReader([(byte)'"', .. record.Data, (byte)'"']);
            reader.Read();
            text = reader.GetString() is { } unescaped ? System.Text.Encoding.UTF8.GetBytes(unescaped) : default;
        }

        var status = Base64.DecodeFromUtf8(text, _data, out _, out var length);
        data = _data.AsSpan(0, length);
        return status == OperationStatus.Done;
    }
}
