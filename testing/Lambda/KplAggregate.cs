using System.Security.Cryptography;
using System.Text;

namespace Nautilus.Testing.Lambda;

/// <summary>
/// Aggregates as the Kinesis Producer Library writes them:
/// https://github.com/awslabs/amazon-kinesis-producer/blob/master/aggregation-format.md
/// </summary>
public static class KplAggregate
{
    /// <summary>An aggregate of several user records, with two partition keys and a tag on each record.</summary>
    /// <param name="records">The data of each user record.</param>
    public static byte[] Of(params IEnumerable<string> records)
    {
        var message = new MemoryStream();
        WriteField(message, 1, "first-key"u8);
        WriteField(message, 1, "second-key"u8);
        foreach (var record in records)
            WriteField(message, 3, Record(Encoding.UTF8.GetBytes(record)));
        return Seal(message.ToArray());
    }

    /// <summary>Puts the magic number and the checksum around a message.</summary>
    /// <param name="message">The message, of Protocol Buffers or damaged.</param>
    public static byte[] Seal(byte[] message) => [0xF3, 0x89, 0x9A, 0xC2, .. message, .. Checksum(message)];

    private static byte[] Record(byte[] data)
    {
        var record = new MemoryStream();
        record.Write([1 << 3, 1]); // the second partition key
        WriteField(record, 3, data);
        WriteField(record, 4, [(1 << 3) | 2, 1, (byte)'t']); // a tag
        return record.ToArray();
    }

    private static void WriteField(MemoryStream message, int field, ReadOnlySpan<byte> bytes)
    {
        message.WriteByte((byte)((field << 3) | 2));
        var length = bytes.Length;
        for (; length >= 0x80; length >>= 7)
            message.WriteByte((byte)(length | 0x80));
        message.WriteByte((byte)length);
        message.Write(bytes);
    }

#pragma warning disable CA5351 // The format requires it.
    private static byte[] Checksum(byte[] message) => MD5.HashData(message);
#pragma warning restore CA5351
}
