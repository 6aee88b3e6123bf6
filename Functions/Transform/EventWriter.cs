using System.Buffers;
using System.Text.Json;
using Nautilus.Functions.Records;

namespace Nautilus.Functions.Transform;

/// <summary>
/// Writes an event as the lake has it, on a line of its own: the schema's fields, all others as text under
/// <c>attributes</c>, and how it came in.
/// </summary>
internal static class EventWriter
{
    public static void Write(EventReader read, ReadOnlySpan<byte> json, in FirehoseRecord record, ReadOnlySpan<byte> time, ArrayBufferWriter<byte> output)
    {
        output.Write("{\"event_type\":\""u8);
        output.Write(read[EventSchema.Type].Of(json));
        output.Write("\",\"event_time\":\""u8);
        output.Write(time);
        output.Write("\""u8);
        WriteText(",\"event_id\":\""u8, read[EventSchema.Id].Of(json), output);
        WriteText(",\"source\":\""u8, read[EventSchema.Source].Of(json), output);
        if (!read[EventSchema.Value].IsEmpty)
        {
            output.Write(",\"value\":"u8);
            output.Write(read[EventSchema.Value].Of(json));
        }

        output.Write(",\"attributes\":{"u8);
        WriteAttributes(read, json, output);
        output.Write("},\"ingest_time\":\""u8);
        EventTime.Write(record.Arrival, output.GetSpan(EventTime.Length));
        output.Advance(EventTime.Length);
        output.Write("\""u8);
        WriteText(",\"ingest_shard\":\""u8, record.Shard, output);
        WriteText(",\"ingest_sequence\":\""u8, record.Sequence, output);
        WriteText(",\"ingest_subsequence\":\""u8, record.Subsequence, output);
        output.Write("}\n"u8);
    }

    private static void WriteText(ReadOnlySpan<byte> name, ReadOnlySpan<byte> text, ArrayBufferWriter<byte> output)
    {
        if (text.IsEmpty)
            return;
        output.Write(name);
        output.Write(text);
        output.Write("\""u8);
    }

    private static void WriteAttributes(EventReader read, ReadOnlySpan<byte> json, ArrayBufferWriter<byte> output)
    {
        var separator = ReadOnlySpan<byte>.Empty;
        foreach (var attribute in read.Attributes)
        {
            output.Write(separator);
            separator = ","u8;
            output.Write("\""u8);
            output.Write(attribute.Name.Of(read.Names));
            output.Write("\":"u8);
            WriteValue(attribute, attribute.Value.Of(json), output);
        }
    }

    private static void WriteValue(in EventAttribute attribute, ReadOnlySpan<byte> value, ArrayBufferWriter<byte> output)
    {
        if (attribute.Type == JsonTokenType.Null)
        {
            output.Write(value);
            return;
        }

        output.Write("\""u8);
        if (attribute.Type is JsonTokenType.StartObject or JsonTokenType.StartArray)
            WriteEscaped(value, output);
        else
            output.Write(value);
        output.Write("\""u8);
    }

    /// <summary>JSON as text in JSON. Control characters can only be white space between its parts.</summary>
    private static void WriteEscaped(ReadOnlySpan<byte> json, ArrayBufferWriter<byte> output)
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
