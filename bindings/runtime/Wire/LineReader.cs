namespace Amazon.JSII.Runtime;

/// <summary>Reads lines of UTF-8 from a stream, without a copy of each.</summary>
internal sealed class LineReader(Stream stream)
{
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;

    /// <summary>Reads a line. It is valid until the next call. Returns false at the end of the stream.</summary>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        var scanned = _start;
        while (true)
        {
            var length = _buffer.AsSpan(scanned, _end - scanned).IndexOf((byte)'\n');
            if (length >= 0)
            {
                line = _buffer.AsSpan(_start, scanned + length - _start);
                _start = scanned + length + 1;
                return true;
            }

            scanned = MakeRoom();
            var read = stream.Read(_buffer, _end, _buffer.Length - _end);
            _end += read;
            if (read == 0)
            {
                line = _buffer.AsSpan(_start, _end - _start);
                _start = _end;
                return line.Length > 0;
            }
        }
    }

    private int MakeRoom()
    {
        var unread = _end - _start;
        if (_start > 0)
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, unread);
        (_start, _end) = (0, unread);
        if (unread == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        return unread;
    }
}
