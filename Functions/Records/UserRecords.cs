using System.Security.Cryptography;

namespace Nautilus.Functions.Records;

/// <summary>
/// The records that a producer put: a Kinesis record holds one of them, or several that the Kinesis Producer Library has
/// aggregated. An aggregate consists of four magic bytes, a protobuf message, and the MD5 checksum of the message.
/// </summary>
public ref struct UserRecords
{
    private const int RecordField = 3;
    private const int DataField = 3;

    private ProtobufReader _aggregate;
    private bool _single;

    /// <summary>Checks whether the data is an aggregate. The enumeration reads its records.</summary>
    /// <param name="data">The data of a Kinesis record.</param>
    /// <exception cref="FormatException">The checksum of the aggregate does not match.</exception>
    public UserRecords(ReadOnlySpan<byte> data)
    {
        if (!data.StartsWith(Magic))
        {
            _single = true;
            Current = data;
            return;
        }

        var message = data[Magic.Length..];
        if (message.Length < MD5.HashSizeInBytes || !HasChecksum(message[..^MD5.HashSizeInBytes], message[^MD5.HashSizeInBytes..]))
            throw new FormatException("the checksum of the aggregate does not match");
        _aggregate = new ProtobufReader(message[..^MD5.HashSizeInBytes]);
    }

    /// <summary>The first bytes of every aggregate.</summary>
    public static ReadOnlySpan<byte> Magic => [0xF3, 0x89, 0x9A, 0xC2];

    /// <summary>The data of the current record.</summary>
    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>The records themselves, for <c>foreach</c>.</summary>
    public readonly UserRecords GetEnumerator() => this;

    /// <summary>Moves to the next record. Returns false at the end.</summary>
    /// <exception cref="FormatException">The aggregate is damaged.</exception>
    public bool MoveNext()
    {
        if (_single)
        {
            _single = false;
            return true;
        }

        while (_aggregate.Read())
            if (_aggregate.Field == RecordField)
            {
                Current = DataOf(_aggregate.Bytes);
                return true;
            }

        return false;
    }

    private static ReadOnlySpan<byte> DataOf(ReadOnlySpan<byte> record)
    {
        var reader = new ProtobufReader(record);
        while (reader.Read())
            if (reader.Field == DataField)
                return reader.Bytes;
        throw new FormatException("the aggregate has a record without data");
    }

#pragma warning disable CA5351 // The library's format uses MD5, to detect damage and not forgery.
    private static bool HasChecksum(ReadOnlySpan<byte> message, ReadOnlySpan<byte> checksum)
    {
        Span<byte> hash = stackalloc byte[MD5.HashSizeInBytes];
        MD5.HashData(message, hash);
        return hash.SequenceEqual(checksum);
    }
#pragma warning restore CA5351
}
