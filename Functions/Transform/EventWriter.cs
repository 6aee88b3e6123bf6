using System.Buffers;
using System.Text.Json;
using Nautilus.Functions.Records;

namespace Nautilus.Functions.Transform;

/// <summary>
/// Writes an event as a line for the lake: the fields of the schema, all other fields as text under <c>attributes</c>, and
/// where and when the event arrived.
/// </summary>
internal static class EventWriter
{
    // Room for the names of the schema and two times.
    private const int Fixed = 512;

    // Room for a separator, four quotes and a colon.
    private const int FixedOfAttribute = 6;

    public static void Write(
        EventReader read,
        ReadOnlySpan<byte> json,
        in FirehoseRecord record,
        ReadOnlySpan<byte> time,
        ArrayBufferWriter<byte> lines)
    {
        var output = new SpanWriter(lines.GetSpan(MaximumLength(read, json, record)));
        output.Write("{\"event_type\":\""u8);
        output.Write(read[EventSchema.Type].Of(json));
        output.Write("\",\"event_time\":\""u8);
        output.Write(time);
        output.Write("\""u8);
        WriteText(",\"event_id\":\""u8, read[EventSchema.Id].Of(json), ref output);
        WriteText(",\"source\":\""u8, read[EventSchema.Source].Of(json), ref output);
        if (!read[EventSchema.Value].IsEmpty)
        {
            output.Write(",\"value\":"u8);
            output.Write(read[EventSchema.Value].Of(json));
        }

        output.Write(",\"attributes\":{"u8);
        WriteAttributes(read, json, ref output);
        output.Write("},\"ingest_time\":\""u8);
        EventTime.Write(record.Arrival, output.Rest);
        output.Advance(EventTime.Length);
        output.Write("\""u8);
        WriteText(",\"ingest_shard\":\""u8, record.Shard, ref output);
        WriteText(",\"ingest_sequence\":\""u8, record.Sequence, ref output);
        WriteText(",\"ingest_subsequence\":\""u8, record.Subsequence, ref output);
        output.Write("}\n"u8);
        lines.Advance(output.Written);
    }

    // Nested JSON is escaped once more in attributes, which can double its length.
    private static int MaximumLength(EventReader read, ReadOnlySpan<byte> json, in FirehoseRecord record) =>
        Fixed + record.Shard.Length + record.Sequence.Length + record.Subsequence.Length
        + (2 * json.Length) + read.Names.Length + (FixedOfAttribute * read.Attributes.Length);

    private static void WriteText(ReadOnlySpan<byte> name, ReadOnlySpan<byte> text, ref SpanWriter output)
    {
        if (text.IsEmpty)
            return;
        output.Write(name);
        output.Write(text);
        output.Write("\""u8);
    }

    private static void WriteAttributes(EventReader read, ReadOnlySpan<byte> json, ref SpanWriter output)
    {
        var separator = ReadOnlySpan<byte>.Empty;
        foreach (var attribute in read.Attributes)
        {
            output.Write(separator);
            separator = ","u8;
            output.Write("\""u8);
            output.Write(attribute.Name.Of(read.Names));
            output.Write("\":"u8);
            WriteValue(attribute, attribute.Value.Of(json), ref output);
        }
    }

    private static void WriteValue(in EventAttribute attribute, ReadOnlySpan<byte> value, ref SpanWriter output)
    {
        if (attribute.Type == JsonTokenType.Null)
        {
            output.Write(value);
            return;
        }

        output.Write("\""u8);
        if (attribute.Type is JsonTokenType.StartObject or JsonTokenType.StartArray)
            WriteEscaped(value, ref output);
        else
            output.Write(value);
        output.Write("\""u8);
    }

    /// <summary>Writes JSON as text in JSON. Its only control characters are white space between its parts.</summary>
    private static void WriteEscaped(ReadOnlySpan<byte> json, ref SpanWriter output)
    {
        while (json.IndexOfAny(Special) is >= 0 and var special)
        {
            output.Write(json[..special]);
            output.Write(json[special] switch { (byte)'"' => "\\\""u8, (byte)'\\' => "\\\\"u8, _ => " "u8 });
            json = json[(special + 1)..];
        }

        output.Write(json);
    }

    private static readonly SearchValues<byte> Special = SearchValues.Create("\"\\\r\n\t"u8);
}
