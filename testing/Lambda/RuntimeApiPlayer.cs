using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Nautilus.Testing.Lambda;

/// <summary>
/// Plays the Lambda Runtime API for one process of a function: gives it events, and takes its answers.
/// https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
/// </summary>
public sealed class RuntimeApiPlayer : IDisposable
{
    /// <summary>The X-Ray trace id of every invocation.</summary>
    public const string TraceId = "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1";

    /// <summary>The ARN of the function.</summary>
    public const string FunctionArn = "arn:aws:lambda:us-east-1:123456789012:function:sample";

    private const string Root = "/2018-06-01/runtime/";

    private readonly HttpListener _listener = new();
    private readonly Channel<Call> _calls = Channel.CreateUnbounded<Call>();
    private readonly TaskCompletionSource<Answer> _initializationError = new();
    private readonly Dictionary<string, Call> _running = [];
    private int _lastId;

    /// <summary>Begins to listen on a free port.</summary>
    public RuntimeApiPlayer()
    {
        Authority = $"127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add($"http://{Authority}/");
        _listener.Start();
        _ = Listen();
    }

    /// <summary>The host and port, as <c>AWS_LAMBDA_RUNTIME_API</c>.</summary>
    public string Authority { get; }

    /// <summary>The function's timeout. The player reports it as the deadline, and does not enforce it.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether events are sent in chunks, as by a server that does not send the length.</summary>
    public bool IsChunked { get; init; }

    /// <summary>Whether every connection is closed after one answer.</summary>
    public bool ClosesConnections { get; init; }

    /// <summary>The HTTP status with which calls are rejected, by the end of their path, such as <c>/response</c>.</summary>
    public IDictionary<string, int> Refusals { get; } = new Dictionary<string, int>();

    /// <summary>The error that the function reports before its first event.</summary>
    public Task<Answer> InitializationError => _initializationError.Task;

    /// <summary>Gives the function an event.</summary>
    /// <param name="lambdaEvent">The event.</param>
    /// <returns>The answer. It does not end if the function does not answer.</returns>
    public Task<Answer> Invoke(ReadOnlyMemory<byte> lambdaEvent)
    {
        var call = new Call($"request-{++_lastId}", lambdaEvent, new(TaskCreationOptions.RunContinuationsAsynchronously));
        _calls.Writer.TryWrite(call);
        return call.Answer.Task;
    }

    /// <inheritdoc/>
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
            // The listener was closed.
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

    /// <summary>The answer of a function.</summary>
    /// <param name="Kind"><c>response</c> or <c>error</c>.</param>
    /// <param name="Body">The body.</param>
    public sealed record Answer(string Kind, byte[] Body)
    {
        /// <summary>The content type of the body.</summary>
        public string? ContentType { get; init; }

        /// <summary>The type of the error, such as <c>Function.JsonException</c>.</summary>
        public string? ErrorType { get; init; }

        /// <summary>The body as text.</summary>
        public string Text => System.Text.Encoding.UTF8.GetString(Body);
    }

    private sealed record Call(string Id, ReadOnlyMemory<byte> Event, TaskCompletionSource<Answer> Answer);
}
