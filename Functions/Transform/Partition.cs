using System.Buffers;

namespace Nautilus.Functions.Transform;

/// <summary>The partition keys of an event, by which Firehose builds its path in the lake: its type and its hour.</summary>
internal static class Partition
{
    // Room for the names and a time.
    private const int Fixed = 128;

    public static void Write(ReadOnlySpan<byte> type, ReadOnlySpan<byte> time, ArrayBufferWriter<byte> keys)
    {
        var output = new SpanWriter(keys.GetSpan(Fixed + type.Length));
        output.Write("{\"event_type\":\""u8);
        output.Write(type);
        output.Write("\",\"year\":\""u8);
        output.Write(time[..4]);
        output.Write("\",\"month\":\""u8);
        output.Write(time[5..7]);
        output.Write("\",\"day\":\""u8);
        output.Write(time[8..10]);
        output.Write("\",\"hour\":\""u8);
        output.Write(time[11..13]);
        output.Write("\"}"u8);
        keys.Advance(output.Written);
    }
}
