using System.Buffers;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Nautilus.Functions.Runtime;

/// <summary>Reads answers from a socket into one buffer, which serves for all answers.</summary>
internal sealed class HttpInput(Socket socket)
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    public HttpAnswer ReadAnswer()
    {
        (_start, _end) = (0, 0);
        var status = ReadLine().Split(' ', 3);
        if (status.Length < 2 || !status[0].StartsWith("HTTP/1.", StringComparison.Ordinal) || !int.TryParse(status[1], out var code))
            throw new IOException("the answer is not HTTP/1.1");

        var headers = new List<(string, string)>();
        while (ReadLine() is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
                throw new IOException($"a header must be 'name: value', got '{line}'");
            headers.Add((line[..colon], line[(colon + 1)..].Trim()));
        }

        var answer = new HttpAnswer(code, headers);
        return answer with { Body = answer.IsChunked ? ReadChunks() : ReadBytes(answer.ContentLength ?? 0) };
    }

    private ReadOnlyMemory<byte> ReadBytes(int length)
    {
        Fill(length);
        var bytes = _buffer.AsMemory(_start, length);
        _start += length;
        return bytes;
    }

    private ReadOnlyMemory<byte> ReadChunks()
    {
        var body = new ArrayBufferWriter<byte>();
        while (true)
        {
            var size = ReadLine().Split(';')[0];
            if (!int.TryParse(size, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var length) || length < 0)
                throw new IOException($"the size of a chunk must be a hexadecimal number, got '{size}'");
            if (length == 0)
                break;
            body.Write(ReadBytes(length).Span);
            if (ReadLine().Length > 0)
                throw new IOException("a chunk is longer than its size");
        }

        while (ReadLine().Length > 0)
        {
            // Trailers are ignored.
        }

        return body.WrittenMemory;
    }

    private string ReadLine()
    {
        int length;
        while ((length = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n"u8)) < 0)
            Fill(_end - _start + 1);
        var line = Encoding.ASCII.GetString(_buffer, _start, length);
        _start += length + 2;
        return line;
    }

    /// <summary>Receives until the buffer has this many unread bytes.</summary>
    private void Fill(int length)
    {
        while (_end - _start < length)
        {
            if (_buffer.Length < _start + length || _end == _buffer.Length)
                Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _start + length));
            var received = socket.Receive(_buffer.AsSpan(_end));
            if (received == 0)
                throw new IOException("the connection ended before the answer did");
            _end += received;
        }
    }
}
