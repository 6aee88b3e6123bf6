using System.Text.Json;

namespace Nautilus.Functions.Transform;

/// <summary>A record of a transformation's event. Its texts are as in the event's JSON, without the quotes.</summary>
internal ref struct FirehoseRecord
{
    public ReadOnlySpan<byte> Id { get; private set; }

    public ReadOnlySpan<byte> Data { get; private set; }

    public bool IsDataEscaped { get; private set; }

    /// <summary>The time of arrival in the stream, or in Firehose if its source is no stream.</summary>
    public DateTime Arrival { get; private set; }

    /// <summary>Empty if the source is no stream, as are the sequence numbers.</summary>
    public ReadOnlySpan<byte> Shard { get; private set; }

    public ReadOnlySpan<byte> Sequence { get; private set; }

    /// <summary>The position in an aggregate that Firehose has deaggregated.</summary>
    public ReadOnlySpan<byte> Subsequence { get; private set; }

    /// <summary>Reads a record, from its opening brace to its end.</summary>
    public static FirehoseRecord Read(ref Utf8JsonReader reader)
    {
        var record = new FirehoseRecord();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (Next(ref reader, "recordId"u8))
                record.Id = reader.ValueSpan;
            else if (Next(ref reader, "data"u8))
                record.ReadData(reader);
            else if (Next(ref reader, "approximateArrivalTimestamp"u8))
                record.Arrival = TimeOf(ref reader);
            else if (Next(ref reader, "kinesisRecordMetadata"u8) && reader.TokenType == JsonTokenType.StartObject)
                record.ReadMetadata(ref reader);
            else
                Skip(ref reader);
        }

        return record.Id.IsEmpty ? throw new JsonException("a record has no recordId") : record;
    }

    private void ReadData(in Utf8JsonReader reader)
    {
        Data = reader.ValueSpan;
        IsDataEscaped = reader.ValueIsEscaped;
    }

    private void ReadMetadata(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (Next(ref reader, "shardId"u8))
                Shard = reader.ValueSpan;
            else if (Next(ref reader, "sequenceNumber"u8))
                Sequence = reader.ValueSpan;
            else if (Next(ref reader, "subsequenceNumber"u8))
                Subsequence = reader.ValueSpan;
            else if (Next(ref reader, "approximateArrivalTimestamp"u8))
                Arrival = TimeOf(ref reader);
            else
                Skip(ref reader);
        }
    }

    private static bool Next(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(name) && reader.Read();

    private static void Skip(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.PropertyName)
            reader.Read();
        reader.Skip();
    }

    private static DateTime TimeOf(ref Utf8JsonReader reader) => DateTime.UnixEpoch.AddMilliseconds(reader.GetInt64());
}
