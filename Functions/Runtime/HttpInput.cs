using System.Buffers;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Nautilus.Functions.Runtime;

/// <summary>Reads answers from a socket into one buffer that lives as long as the process.</summary>
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
            throw new IOException("the server does not speak HTTP/1.1");

        var headers = new List<(string, string)>();
        while (ReadLine() is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
                throw new IOException($"'{line}' is no header");
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
                throw new IOException($"'{size}' is no size of a chunk");
            if (length == 0)
                break;
            body.Write(ReadBytes(length).Span);
            if (ReadLine().Length > 0)
                throw new IOException("a chunk is longer than it says");
        }

        while (ReadLine().Length > 0)
        {
            // Trailers: nobody asked for any.
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

    /// <summary>Receives until so many unread bytes are there.</summary>
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
