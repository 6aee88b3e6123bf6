using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nautilus.Testing.Lambda;

namespace Nautilus.Testing.Pipelines;

/// <summary>
/// What Firehose does between a stream, a transformation and a bucket: it takes aggregates apart, fills its buffer, asks
/// again when the function fails, and writes each good record under its partition and each failed one under the error prefix.
/// </summary>
internal sealed class FirehoseDelivery(DeployedFunction function, Bucket lake, Func<byte[], IEnumerable<byte[]>> takeApart)
{
    public const string Events = "events/";
    public const string Failed = "failed/processing-failed/";

    private const int BufferSize = 3 * 1024 * 1024;
    private const int Retries = 3;

    // What stands around a record in the event is 400 bytes and less.
    private const int MaximumRecords = (DeployedFunction.PayloadLimit - BufferSize * 4 / 3 - 4096) / 400;

    private int _batches;

    public async Task Read(IEnumerable<StreamRecord> records)
    {
        foreach (var batch in Batches.Of(records.SelectMany(record => Incoming.Of(record, takeApart)), MaximumRecords, BufferSize, record => record.Data.Length))
            await Deliver(batch);
    }

    private async Task Deliver(IReadOnlyList<Incoming> batch)
    {
        var answers = (await Transform(Event(batch))).ToLookup(record => record.Id);
        answers.Select(answer => answer.Key).Should().BeSubsetOf(batch.Select(record => record.Id), "Firehose knows no others");
        var results = batch.Select(record => (Record: record, Answer: answers[record.Id].SingleOrDefault())).ToArray();

        foreach (var partition in results.Where(result => result.Answer is { IsGood: true }).GroupBy(result => Prefix(result.Answer!.PartitionKeys!)))
            await lake.Put($"{Events}{partition.Key}{_batches}", [.. partition.SelectMany(result => result.Answer!.Data)]);
        var failures = results.Where(result => result.Answer is null or { Result: "ProcessingFailed" }).Select(result => Failure(result.Answer?.Data ?? result.Record.Data)).ToArray();
        if (failures.Length > 0)
            await lake.Put($"{Failed}{_batches}", Encoding.UTF8.GetBytes(string.Concat(failures)));
        _batches++;
    }

    private async Task<IReadOnlyList<TransformedRecord>> Transform(byte[] lambdaEvent)
    {
        for (var attempt = 0; attempt <= Retries; attempt++)
            if (await function.Invoke(lambdaEvent) is { } answer)
                return TransformedRecord.ReadAll(answer);
        return [];
    }

    private static byte[] Event(IReadOnlyList<Incoming> batch) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        invocationId = "invocation",
        sourceKinesisStreamArn = "arn:aws:kinesis:us-east-1:123456789012:stream/events",
        deliveryStreamArn = "arn:aws:firehose:us-east-1:123456789012:deliverystream/events",
        region = "us-east-1",
        records = batch.Select(record => new
        {
            recordId = record.Id,
            approximateArrivalTimestamp = record.Source.Arrival.ToUnixTimeMilliseconds(),
            data = record.Data,
            kinesisRecordMetadata = new
            {
                shardId = record.Source.Shard,
                partitionKey = record.Source.Key,
                approximateArrivalTimestamp = record.Source.Arrival.ToUnixTimeMilliseconds(),
                sequenceNumber = record.Source.Sequence,
                subsequenceNumber = $"{record.Place}",
            },
        }),
    });

    private static string Prefix(JsonObject keys) => string.Concat(keys.Select(key => $"{key.Key}={key.Value}/"));

    private static string Failure(byte[] data) => JsonSerializer.Serialize(new { attemptsMade = 1, errorCode = "Lambda.FunctionError", rawData = data }) + "\n";

    /// <param name="Place">In the aggregate that it came in.</param>
    private sealed record Incoming(StreamRecord Source, int Place, byte[] Data)
    {
        public string Id { get; } = $"{Source.Shard}/{Source.Sequence}/{Place}";

        /// <summary>What only looks like an aggregate stays whole.</summary>
        public static IEnumerable<Incoming> Of(StreamRecord record, Func<byte[], IEnumerable<byte[]>> takeApart)
        {
            IReadOnlyList<byte[]> taken;
            try
            {
                taken = [.. takeApart(record.Data)];
            }
            catch (FormatException)
            {
                taken = [record.Data];
            }

            return taken.Select((data, place) => new Incoming(record, place, data));
        }
    }
}
