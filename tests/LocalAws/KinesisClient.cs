using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nautilus.Tests.LocalAws;

/// <summary>The few calls of Kinesis that a test makes itself. A local AWS reads the credentials' scope, not the signature.</summary>
internal sealed class KinesisClient(Uri endpoint) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = endpoint };

    /// <summary>Puts a record and reads it back from the shard that took it.</summary>
    public async Task<string> PutAndReadBack(string stream, string data)
    {
        var put = await Call("PutRecord", new { StreamName = stream, PartitionKey = "key", Data = Convert.ToBase64String(Encoding.UTF8.GetBytes(data)) });
        var iterator = await Call("GetShardIterator", new
        {
            StreamName = stream,
            ShardId = (string)put["ShardId"]!,
            ShardIteratorType = "AT_SEQUENCE_NUMBER",
            StartingSequenceNumber = (string)put["SequenceNumber"]!,
        });
        var read = await Call("GetRecords", new { ShardIterator = (string)iterator["ShardIterator"]! });
        return Encoding.UTF8.GetString(Convert.FromBase64String((string)read["Records"]![0]!["Data"]!));
    }

    public async Task<string[]> StreamNames() =>
        (await Call("ListStreams", new { }))["StreamNames"]!.AsArray().Select(name => (string)name!).ToArray();

    public void Dispose() => _http.Dispose();

    private async Task<JsonNode> Call(string action, object parameters)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new StringContent(JsonSerializer.Serialize(parameters), new MediaTypeHeaderValue("application/x-amz-json-1.1")),
        };
        request.Headers.Add("X-Amz-Target", $"Kinesis_20131202.{action}");
        request.Headers.TryAddWithoutValidation("Authorization",
            "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/kinesis/aws4_request, SignedHeaders=host, Signature=none");
        using var response = await _http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.Should().BeTrue("{0} must succeed, but it answered {1}: {2}", action, response.StatusCode, body);
        return JsonNode.Parse(body)!;
    }
}
