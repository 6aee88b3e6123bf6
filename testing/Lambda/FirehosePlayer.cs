using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Nautilus.Testing.Lambda;

/// <summary>A Firehose that answers PutRecordBatch in turn as it was told, and then takes everything.</summary>
internal sealed class FirehosePlayer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Queue<(int Status, Func<int, string> Answer)> _answers;

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

    public Uri Endpoint { get; }

    public List<(System.Collections.Specialized.NameValueCollection Headers, JsonNode Body)> Calls { get; } = [];

    /// <summary>Takes none of the first records and all others.</summary>
    public static (int, Func<int, string>) Failing(int count) => (200, records => new JsonObject
    {
        ["FailedPutCount"] = count,
        ["RequestResponses"] = new JsonArray([.. Enumerable.Range(0, records).Select(i => i < count
            ? new JsonObject { ["ErrorCode"] = "ServiceUnavailableException", ["ErrorMessage"] = "Slow down." }
            : new JsonObject { ["RecordId"] = $"{i}" })]),
    }.ToJsonString());

    public static (int, Func<int, string>) Refusing(int status, string type) => (status, _ => $$"""{"__type":"{{type}}"}""");

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
                var (status, answer) = _answers.TryDequeue(out var told) ? told : Failing(0);
                context.Response.StatusCode = status;
                context.Response.Close(System.Text.Encoding.UTF8.GetBytes(answer(body["Records"]!.AsArray().Count)), willBlock: false);
            }
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
        {
            // The listener was closed: the play is over.
        }
    }
}
