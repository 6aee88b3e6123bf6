using System.Buffers;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Nautilus.Functions.Runtime;

/// <summary>
/// The part of HTTP/1.1 that the Runtime API needs: one request at a time over one plain connection, which is opened again
/// after the server closes it. A process gives its first answer sooner with this than with HttpClient, which can do far more.
/// </summary>
internal sealed class HttpConnection(string authority) : IDisposable
{
    private readonly ArrayBufferWriter<byte> _request = new(1024);
    private Socket? _socket;
    private HttpInput? _input;

    /// <summary>Waits for the answer without a time limit.</summary>
    /// <exception cref="IOException">The connection ends before the answer does.</exception>
    public HttpAnswer Send(string method, string path, ReadOnlySpan<(string Name, string Value)> headers, ReadOnlySpan<byte> body)
    {
        var (socket, input) = Open();
        _request.ResetWrittenCount();
        Write($"{method} {path} HTTP/1.1\r\nHost: {authority}\r\n");
        foreach (var (name, value) in headers)
            Write($"{name}: {value}\r\n");
        if (method != "GET")
            Write(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n"));
        Write("\r\n");
        _request.Write(body);
        for (var sent = 0; sent < _request.WrittenCount;)
            sent += socket.Send(_request.WrittenSpan[sent..]);

        var answer = input.ReadAnswer();
        if (answer.Closes)
            Dispose();
        return answer;
    }

    public void Dispose()
    {
        _socket?.Dispose();
        _socket = null;
    }

    private (Socket Socket, HttpInput Input) Open()
    {
        if (_socket is { } open && _input is { } input)
        {
            // Readable without a request: the server has closed the connection.
            if (!open.Poll(0, SelectMode.SelectRead))
                return (open, input);
            Dispose();
        }

        var colon = authority.LastIndexOf(':');
        var host = colon < 0 ? authority : authority[..colon];
        var port = colon < 0 ? 80 : int.Parse(authority.AsSpan(colon + 1), CultureInfo.InvariantCulture);
        var family = System.Net.IPAddress.TryParse(host, out var address) ? address.AddressFamily : AddressFamily.InterNetworkV6;
        _socket = address is null
            ? new Socket(SocketType.Stream, ProtocolType.Tcp)
            : new Socket(family, SocketType.Stream, ProtocolType.Tcp);
        _socket.NoDelay = true;
        if (address is null)
            _socket.Connect(host, port);
        else
            _socket.Connect(address, port);
        _input = new HttpInput(_socket);
        return (_socket, _input);
    }

    private void Write(string text) => Encoding.ASCII.GetBytes(text, _request);
}
