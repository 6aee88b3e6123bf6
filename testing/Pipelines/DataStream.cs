using System.Text.Json;
using System.Text.Json.Nodes;
using Nautilus.Testing.LocalAws;

namespace Nautilus.Testing.Pipelines;

/// <summary>A stream of the local AWS, written as producers do and read as Lambda and Firehose do.</summary>
internal sealed class DataStream(Uri endpoint, string name) : IDisposable
{
    private const int MaximumRecords = 500;
    private const int MaximumBytes = 5 * 1024 * 1024;

    private readonly AwsClient _aws = new(endpoint, Credentials.OfTerraform);

    public string Name => name;

    public Task Create(int shards) => Call("CreateStream", new { StreamName = name, ShardCount = shards });

    public Task Delete() => Call("DeleteStream", new { StreamName = name });

    /// <summary>Where each of the records came to lie.</summary>
    public async Task<IReadOnlyList<(string Shard, string Sequence)>> Put(IEnumerable<SentRecord> records)
    {
        var places = new List<(string, string)>();
        foreach (var batch in Batches.Of(records, MaximumRecords, MaximumBytes, record => record.Key.Length + record.Data.Length))
        {
            var answer = await Call("PutRecords", new { StreamName = name, Records = batch.Select(record => new { PartitionKey = record.Key, record.Data }) });
            ((int?)answer["FailedRecordCount"]).Should().Be(0);
            places.AddRange(answer["Records"]!.AsArray().Select(put => ((string)put!["ShardId"]!, (string)put["SequenceNumber"]!)));
        }

        return places;
    }

    /// <summary>Everything from the oldest record on, shard after shard.</summary>
    public async Task<IReadOnlyList<StreamRecord>> Read()
    {
        var records = new List<StreamRecord>();
        foreach (var shard in (await Call("ListShards", new { StreamName = name }))["Shards"]!.AsArray().Select(shard => (string)shard!["ShardId"]!))
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

        return records;
    }

    public void Dispose() => _aws.Dispose();

    private async Task<JsonNode> Call(string action, object parameters)
    {
        var (status, body) = await _aws.Post("kinesis", JsonSerializer.Serialize(parameters), "application/x-amz-json-1.1", $"Kinesis_20131202.{action}");
        status.Should().Be(200, "{0} must succeed, but it answered: {1}", action, body);
        return body.Length == 0 ? new JsonObject() : JsonNode.Parse(body)!;
    }
}

internal sealed record StreamRecord(string Shard, string Sequence, string Key, byte[] Data, DateTimeOffset Arrival)
{
    public static StreamRecord Of(string shard, JsonNode record) => new(
        shard,
        (string)record["SequenceNumber"]!,
        (string)record["PartitionKey"]!,
        Convert.FromBase64String((string)record[nameof(Data)]!),
        DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Floor((double)record["ApproximateArrivalTimestamp"]! * 1000)));
}
