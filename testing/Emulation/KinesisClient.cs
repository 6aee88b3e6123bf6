using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nautilus.Testing.Emulation;

/// <summary>The calls of Kinesis that a test makes itself.</summary>
/// <param name="endpoint">The endpoint of the local AWS.</param>
/// <param name="credentials">The caller; by default the one that Terraform uses.</param>
/// <param name="region">The region of the streams.</param>
public sealed class KinesisClient(Uri endpoint, Credentials? credentials = null, string region = "us-east-1") : IDisposable
{
    private readonly AwsClient _aws = new(endpoint, credentials ?? Credentials.OfTerraform, region);

    /// <summary>Puts a record and reads it back from its shard.</summary>
    /// <param name="stream">The name of the stream.</param>
    /// <param name="data">The record.</param>
    public async Task<string> PutAndReadBack(string stream, string data) => await Read(stream, await Put(stream, data));

    /// <summary>Puts a record.</summary>
    /// <param name="stream">The name of the stream.</param>
    /// <param name="data">The record.</param>
    /// <returns>The response of PutRecord.</returns>
    public Task<JsonNode> Put(string stream, string data) => Call("PutRecord", Record(stream, data));

    /// <summary>Reads the record of an earlier <see cref="Put"/>.</summary>
    /// <param name="stream">The name of the stream.</param>
    /// <param name="put">The response of PutRecord.</param>
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

    /// <summary>Creates a stream as the console does: encrypted with the AWS managed key.</summary>
    /// <param name="stream">The name of the stream.</param>
    /// <param name="shards">The number of shards.</param>
    public async Task Create(string stream, int shards)
    {
        await Call("CreateStream", new { StreamName = stream, ShardCount = shards });
        await Call("StartStreamEncryption", new { StreamName = stream, EncryptionType = "KMS", KeyId = "alias/aws/kinesis" });
    }

    /// <summary>The names of all streams of the region.</summary>
    public async Task<string[]> StreamNames() =>
        (await Call("ListStreams", new { }))["StreamNames"]!.AsArray().Select(name => (string)name!).ToArray();

    /// <summary>Whether the caller is allowed to put records. A record is put where it is.</summary>
    /// <param name="stream">The name of the stream.</param>
    public async Task<bool> MayPut(string stream) => await IsAllowed("PutRecord", Record(stream, "data"));

    /// <summary>Whether the caller is allowed to get a shard iterator.</summary>
    /// <param name="stream">The name of the stream.</param>
    public async Task<bool> MayRead(string stream) =>
        await IsAllowed("GetShardIterator", new
        {
            StreamName = stream,
            ShardId = "shardId-000000000000",
            ShardIteratorType = "TRIM_HORIZON",
        });

    /// <inheritdoc/>
    public void Dispose() => _aws.Dispose();

    private static object Record(string stream, string data) =>
        new { StreamName = stream, PartitionKey = "key", Data = Convert.ToBase64String(Encoding.UTF8.GetBytes(data)) };

    private async Task<JsonNode> Call(string action, object parameters)
    {
        var (status, body) = await Post(action, parameters);
        status.Should().Be(200, "{0} must succeed, but the answer is: {1}", action, body);
        return body.Length == 0 ? new JsonObject() : JsonNode.Parse(body)!;
    }

    private async Task<bool> IsAllowed(string action, object parameters)
    {
        var (status, body) = await Post(action, parameters);
        status.Should().BeOneOf([200, 403], "{0} must be answered or denied, but the answer is: {1}", action, body);
        return status == 200;
    }

    private Task<(int Status, string Body)> Post(string action, object parameters) =>
        _aws.Post("kinesis", JsonSerializer.Serialize(parameters), "application/x-amz-json-1.1", $"Kinesis_20131202.{action}");
}
