using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nautilus.Testing.LocalAws;

/// <summary>The few calls of Kinesis that a test makes itself.</summary>
internal sealed class KinesisClient(Uri endpoint, Credentials? credentials = null, string region = "us-east-1") : IDisposable
{
    private readonly AwsClient _aws = new(endpoint, credentials ?? Credentials.OfTerraform, region);

    /// <summary>Puts a record and reads it back from the shard that took it.</summary>
    public async Task<string> PutAndReadBack(string stream, string data) => await Read(stream, await Put(stream, data));

    public Task<JsonNode> Put(string stream, string data) => Call("PutRecord", Record(stream, data));

    /// <summary>The record that an earlier <see cref="Put"/> answered for.</summary>
    public async Task<string> Read(string stream, JsonNode put)
    {
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

    /// <summary>A stream as somebody made it in the console: encrypted with the AWS key.</summary>
    public async Task Create(string stream, int shards)
    {
        await Call("CreateStream", new { StreamName = stream, ShardCount = shards });
        await Call("StartStreamEncryption", new { StreamName = stream, EncryptionType = "KMS", KeyId = "alias/aws/kinesis" });
    }

    public async Task<string[]> StreamNames() =>
        (await Call("ListStreams", new { }))["StreamNames"]!.AsArray().Select(name => (string)name!).ToArray();

    public async Task<bool> MayPut(string stream) => await IsAllowed("PutRecord", Record(stream, "data"));

    public async Task<bool> MayRead(string stream) =>
        await IsAllowed("GetShardIterator", new { StreamName = stream, ShardId = "shardId-000000000000", ShardIteratorType = "TRIM_HORIZON" });

    public void Dispose() => _aws.Dispose();

    private static object Record(string stream, string data) =>
        new { StreamName = stream, PartitionKey = "key", Data = Convert.ToBase64String(Encoding.UTF8.GetBytes(data)) };

    private async Task<JsonNode> Call(string action, object parameters)
    {
        var (status, body) = await Post(action, parameters);
        status.Should().Be(200, "{0} must succeed, but it answered: {1}", action, body);
        return body.Length == 0 ? new JsonObject() : JsonNode.Parse(body)!;
    }

    private async Task<bool> IsAllowed(string action, object parameters)
    {
        var (status, body) = await Post(action, parameters);
        status.Should().BeOneOf([200, 403], "{0} must be answered or denied, but it answered: {1}", action, body);
        return status == 200;
    }

    private Task<(int Status, string Body)> Post(string action, object parameters) =>
        _aws.Post("kinesis", JsonSerializer.Serialize(parameters), "application/x-amz-json-1.1", $"Kinesis_20131202.{action}");
}
