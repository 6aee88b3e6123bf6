using System.Collections.Specialized;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Nautilus.Testing.Lambda;

/// <summary>
/// A Firehose that gives planned answers to PutRecordBatch, one a call, and after them takes all records.
/// https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecordBatch.html
/// </summary>
public sealed class FirehosePlayer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Queue<(int Status, Func<int, string> Answer)> _answers;

    /// <summary>Begins to listen on a free port.</summary>
    /// <param name="answers">The planned answers: a status, and the body for a number of records.</param>
    public FirehosePlayer(params IEnumerable<(int Status, Func<int, string> Answer)> answers)
    {
        _answers = new(answers);
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Endpoint = new($"http://{free.LocalEndpoint}/");
        free.Stop();
        _listener.Prefixes.Add(Endpoint.AbsoluteUri);
        _listener.Start();
        _ = Listen();
    }

    /// <summary>The endpoint.</summary>
    public Uri Endpoint { get; }

    /// <summary>The headers and bodies of the calls so far.</summary>
    public IList<(NameValueCollection Headers, JsonNode Body)> Calls { get; } = [];

    /// <summary>An answer that rejects the first records and takes the others.</summary>
    /// <param name="count">How many records are rejected.</param>
    public static (int Status, Func<int, string> Answer) Failing(int count) => (200, records => new JsonObject
    {
        ["FailedPutCount"] = count,
        ["RequestResponses"] = new JsonArray([.. Enumerable.Range(0, records).Select(i => i < count
            ? new JsonObject { ["ErrorCode"] = "ServiceUnavailableException", ["ErrorMessage"] = "Slow down." }
            : new JsonObject { ["RecordId"] = $"{i}" })]),
    }.ToJsonString());

    /// <summary>An answer that rejects the call.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="type">The type of the error, such as <c>ServiceUnavailableException</c>.</param>
    public static (int Status, Func<int, string> Answer) Refusing(int status, string type) => (status, _ => $$"""{"__type":"{{type}}"}""");

    /// <inheritdoc/>
    public void Dispose() => _listener.Close();

    private async Task Listen()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                var body = (await JsonNode.ParseAsync(context.Request.InputStream))!;
                Calls.Add((context.Request.Headers, body));
                var (status, answer) = _answers.TryDequeue(out var planned) ? planned : Failing(0);
                context.Response.StatusCode = status;
                context.Response.Close(System.Text.Encoding.UTF8.GetBytes(answer(body["Records"]!.AsArray().Count)), willBlock: false);
            }
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
        {
            // The listener was closed.
        }
    }
}
