namespace Nautilus.Functions.Records;

/// <summary>A cursor over protobuf's wire format, as far as the Kinesis Producer Library uses it.</summary>
internal ref struct ProtobufReader(ReadOnlySpan<byte> message)
{
    private ReadOnlySpan<byte> _rest = message;

    public int Field { get; private set; }

    /// <summary>A length-delimited field's bytes; empty for other types.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    public ulong Number { get; private set; }

    /// <summary>Moves to the next field. Returns false at the end.</summary>
    /// <exception cref="FormatException">The message is not protobuf.</exception>
    public bool Read()
    {
        if (_rest.IsEmpty)
            return false;
        var tag = ReadVarint();
        Field = (int)(tag >> 3);
        Number = 0;
        Bytes = default;
        switch (tag & 7)
        {
            case 0:
                Number = ReadVarint();
                break;
            case 1:
                Take(8);
                break;
            case 2:
                Bytes = Take(ReadVarint());
                break;
            case 5:
                Take(4);
                break;
            default:
                throw new FormatException("the message has a field of an unknown protobuf type");
        }

        return true;
    }

    private ulong ReadVarint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Take(1)[0];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
                return value;
        }

        throw new FormatException("a number is longer than 10 bytes");
    }

    private ReadOnlySpan<byte> Take(ulong length)
    {
        if (length > (ulong)_rest.Length)
            throw new FormatException("the message ends within a field");
        var taken = _rest[..(int)length];
        _rest = _rest[(int)length..];
        return taken;
    }
}
