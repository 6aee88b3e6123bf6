using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Nautilus.Testing.Lambda;

/// <summary>Plays the Lambda Runtime API for one process of a function: gives it events, takes what it answers.</summary>
internal sealed class RuntimeApiPlayer : IDisposable
{
    public const string TraceId = "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1";
    public const string FunctionArn = "arn:aws:lambda:us-east-1:123456789012:function:nautilus";

    private const string Root = "/2018-06-01/runtime/";

    private readonly HttpListener _listener = new();
    private readonly Channel<Call> _calls = Channel.CreateUnbounded<Call>();
    private readonly TaskCompletionSource<Answer> _initializationError = new();
    private readonly Dictionary<string, Call> _running = [];
    private int _lastId;

    public RuntimeApiPlayer()
    {
        Authority = $"127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add($"http://{Authority}/");
        _listener.Start();
        _ = Listen();
    }

    public string Authority { get; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Sends events in chunks, as servers do when they don't tell the length.</summary>
    public bool IsChunked { get; init; }

    /// <summary>Ends every connection after one answer.</summary>
    public bool ClosesConnections { get; init; }

    /// <summary>What is said to the calls whose path ends so, instead of taking them.</summary>
    public IDictionary<string, int> Refusals { get; } = new Dictionary<string, int>();

    public Task<Answer> InitializationError => _initializationError.Task;

    public Task<Answer> Invoke(ReadOnlyMemory<byte> lambdaEvent)
    {
        var call = new Call($"request-{++_lastId}", lambdaEvent, new(TaskCreationOptions.RunContinuationsAsynchronously));
        _calls.Writer.TryWrite(call);
        return call.Answer.Task;
    }

    public void Dispose() => _listener.Close();

    private async Task Listen()
    {
        try
        {
            while (true)
                _ = Serve(await _listener.GetContextAsync());
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
        {
            // The listener was closed: the play is over.
        }
    }

    private async Task Serve(HttpListenerContext context)
    {
        var path = context.Request.Url!.AbsolutePath[Root.Length..];
        context.Response.KeepAlive = !ClosesConnections;
        if (Refusals.FirstOrDefault(refusal => path.EndsWith(refusal.Key, StringComparison.Ordinal)).Value is > 0 and var status)
            await Send(context.Response, status, default);
        else if (path == "invocation/next")
            await GiveEvent(context.Response);
        else
            await TakeAnswer(context, path.Split('/'));
    }

    private async Task GiveEvent(HttpListenerResponse response)
    {
        var call = await _calls.Reader.ReadAsync();
        lock (_running)
            _running.Add(call.Id, call);
        response.AddHeader("Lambda-Runtime-Aws-Request-Id", call.Id);
        response.AddHeader("Lambda-Runtime-Deadline-Ms", $"{(DateTimeOffset.UtcNow + Timeout).ToUnixTimeMilliseconds()}");
        response.AddHeader("Lambda-Runtime-Invoked-Function-Arn", FunctionArn);
        response.AddHeader("Lambda-Runtime-Trace-Id", TraceId);
        await Send(response, 200, call.Event);
    }

    private async Task TakeAnswer(HttpListenerContext context, string[] path)
    {
        using var body = new MemoryStream(checked((int)Math.Max(0, context.Request.ContentLength64)));
        await context.Request.InputStream.CopyToAsync(body);
        var answer = new Answer(path[^1], body.ToArray())
        {
            ContentType = context.Request.ContentType,
            ErrorType = context.Request.Headers["Lambda-Runtime-Function-Error-Type"],
        };
        await Send(context.Response, 202, """{"status":"OK"}"""u8.ToArray());
        if (path is ["init", "error"])
        {
            _initializationError.TrySetResult(answer);
            return;
        }

        lock (_running)
            if (_running.Remove(path[1], out var call))
                call.Answer.SetResult(answer);
    }

    private async Task Send(HttpListenerResponse response, int status, ReadOnlyMemory<byte> body)
    {
        response.StatusCode = status;
        if (IsChunked)
            response.SendChunked = true;
        else
            response.ContentLength64 = body.Length;
        await response.OutputStream.WriteAsync(body);
        response.Close();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>What a function said: <c>response</c> or <c>error</c>.</summary>
    internal sealed record Answer(string Kind, byte[] Body)
    {
        public string? ContentType { get; init; }

        public string? ErrorType { get; init; }

        public string Text => System.Text.Encoding.UTF8.GetString(Body);
    }

    private sealed record Call(string Id, ReadOnlyMemory<byte> Event, TaskCompletionSource<Answer> Answer);
}
