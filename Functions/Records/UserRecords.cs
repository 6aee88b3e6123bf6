using System.Security.Cryptography;

namespace Nautilus.Functions.Records;

/// <summary>
/// The records that a producer put: one record of Kinesis holds one of them, or, aggregated by the Kinesis Producer
/// Library, several. Such an aggregate is four magic bytes, a protobuf message, and the message's MD5.
/// </summary>
public ref struct UserRecords
{
    private const int RecordField = 3;
    private const int DataField = 3;

    private ProtobufReader _aggregate;
    private bool _single;

    /// <exception cref="FormatException">An aggregate is damaged.</exception>
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

    public static ReadOnlySpan<byte> Magic => [0xF3, 0x89, 0x9A, 0xC2];

    public ReadOnlySpan<byte> Current { get; private set; }

    public readonly UserRecords GetEnumerator() => this;

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

#pragma warning disable CA5351 // The library's format has it so: against damage, not against forgery.
    private static bool HasChecksum(ReadOnlySpan<byte> message, ReadOnlySpan<byte> checksum)
    {
        Span<byte> hash = stackalloc byte[MD5.HashSizeInBytes];
        MD5.HashData(message, hash);
        return hash.SequenceEqual(checksum);
    }
#pragma warning restore CA5351
}
