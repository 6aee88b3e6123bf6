using System.Text.Json;
using System.Text.Json.Nodes;
using Nautilus.Testing.Emulation;

namespace Nautilus.Testing.Pipelines;

/// <summary>A stream of a local AWS, written as producers do and read as Lambda and Firehose do.</summary>
/// <param name="endpoint">The endpoint of the local AWS.</param>
/// <param name="name">The name of the stream.</param>
public sealed class LocalStream(Uri endpoint, string name) : IDisposable
{
    // Within the limits of https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html
    private const int MaximumRecords = 500;
    private const int MaximumBytes = 5 * 1024 * 1024;

    private readonly AwsClient _aws = new(endpoint, Credentials.OfTerraform);

    /// <summary>The name.</summary>
    public string Name => name;

    /// <summary>Creates the stream.</summary>
    /// <param name="shards">The number of shards.</param>
    public Task Create(int shards) => Call("CreateStream", new { StreamName = name, ShardCount = shards });

    /// <summary>Deletes the stream.</summary>
    public Task Delete() => Call("DeleteStream", new { StreamName = name });

    /// <summary>Puts records, by as few calls of PutRecords as possible. Fails if one is rejected.</summary>
    /// <param name="records">The partition key and the data of each record.</param>
    /// <returns>The shard and the sequence number of each record.</returns>
    public async Task<IReadOnlyList<(string Shard, string Sequence)>> Put(IEnumerable<(string Key, byte[] Data)> records)
    {
        var places = new List<(string, string)>();
        foreach (var batch in Batches.Of(records, MaximumRecords, MaximumBytes, record => record.Key.Length + record.Data.Length))
        {
            var entries = batch.Select(record => new { PartitionKey = record.Key, record.Data });
            var answer = await Call("PutRecords", new { StreamName = name, Records = entries });
            ((int?)answer["FailedRecordCount"]).Should().Be(0, "the stream must take all records");
            places.AddRange(answer["Records"]!.AsArray().Select(put => ((string)put!["ShardId"]!, (string)put["SequenceNumber"]!)));
        }

        return places;
    }

    /// <summary>Reads all records, shard after shard, the oldest first.</summary>
    public async Task<IReadOnlyList<StreamRecord>> Read()
    {
        var records = new List<StreamRecord>();
        foreach (var shard in (await Call("ListShards", new { StreamName = name }))["Shards"]!.AsArray())
            await Read((string)shard!["ShardId"]!, records);
        return records;
    }

    /// <inheritdoc/>
    public void Dispose() => _aws.Dispose();

    private async Task Read(string shard, List<StreamRecord> records)
    {
        var first = await Call("GetShardIterator", new { StreamName = name, ShardId = shard, ShardIteratorType = "TRIM_HORIZON" });
        var iterator = (string)first["ShardIterator"]!;
        for (var behind = 1L; behind > 0;)
        {
            var read = await Call("GetRecords", new { ShardIterator = iterator, Limit = 1000 });
            records.AddRange(read["Records"]!.AsArray().Select(record => StreamRecord.Of(shard, record!)));
            (iterator, behind) = ((string)read["NextShardIterator"]!, (long)read["MillisBehindLatest"]!);
        }
    }

    private async Task<JsonNode> Call(string action, object parameters)
    {
        var (status, body) = await _aws.Post(
            "kinesis", JsonSerializer.Serialize(parameters), "application/x-amz-json-1.1", $"Kinesis_20131202.{action}");
        status.Should().Be(200, "{0} must succeed, but the answer is: {1}", action, body);
        return body.Length == 0 ? new JsonObject() : JsonNode.Parse(body)!;
    }
}
