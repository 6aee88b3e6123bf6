using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Nautilus.Testing.Lambda;

namespace Nautilus.Testing.Pipelines;

/// <summary>
/// What Firehose does between a stream, a transformation and a bucket with dynamic partitioning: it takes aggregates apart, fills its
/// buffer, invokes the function up to four times, writes each good record under its prefix, and each failed one under the error prefix.
/// https://docs.aws.amazon.com/firehose/latest/dev/data-transformation-failure-handling.html,
/// https://docs.aws.amazon.com/firehose/latest/dev/data-transformation-status-model.html and
/// https://docs.aws.amazon.com/firehose/latest/dev/dynamic-partitioning-partitioning-keys.html.
/// Assumed: a record without an answer fails; the time that fills a buffer is not modelled.
/// </summary>
/// <param name="function">The transformation.</param>
/// <param name="bucket">The bucket.</param>
/// <param name="deaggregate">
/// The user records in the data of a record, one or several. A <see cref="FormatException"/> leaves the record whole.
/// </param>
public sealed partial class FirehoseDelivery(
    DeployedFunction function, LocalBucket bucket, Func<byte[], IEnumerable<byte[]>> deaggregate)
{
    private const int BufferSize = 3 * 1024 * 1024;
    private const int Retries = 3;

    // The fields of a record take 400 bytes of the event, or less.
    private const int MaximumRecords = (DeployedFunction.PayloadLimit - BufferSize * 4 / 3 - 4096) / 400;

    private int _batches;

    /// <summary>The prefix of good records, with expressions such as <c>!{partitionKeyFromLambda:type}</c>.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The prefix of failed records, with <c>!{firehose:error-output-type}</c>.</summary>
    public string ErrorPrefix { get; init; } = "!{firehose:error-output-type}/";

    /// <summary>Delivers all records.</summary>
    /// <param name="records">The records, in the order of their shards.</param>
    public async Task Read(IEnumerable<StreamRecord> records)
    {
        var incoming = records.SelectMany(record => FirehoseRecord.Of(record, deaggregate));
        foreach (var batch in Batches.Of(incoming, MaximumRecords, BufferSize, record => record.Data.Length))
            await Deliver(batch);
    }

    private async Task Deliver(IReadOnlyList<FirehoseRecord> batch)
    {
        var answers = (await Transform(Event(batch))).ToLookup(record => record.Id);
        answers.Select(answer => answer.Key).Should().BeSubsetOf(
            batch.Select(record => record.Id), "the answer must have only ids of the event");
        var results = batch.Select(record => (Record: record, Answer: answers[record.Id].SingleOrDefault())).ToArray();

        var good = results.Select(result => result.Answer).OfType<TransformedRecord>().Where(answer => answer.IsGood);
        foreach (var partition in good.GroupBy(answer => Evaluated(Prefix, answer.PartitionKeys ?? [])))
            await bucket.Put($"{partition.Key}{_batches}", [.. partition.SelectMany(answer => answer.Data)]);
        var failures = results
            .Where(result => result.Answer is null or { Result: "ProcessingFailed" })
            .Select(result => Failure(result.Answer?.Data ?? result.Record.Data)).ToArray();
        if (failures.Length > 0)
            await bucket.Put($"{FailedPrefix}{_batches}", Encoding.UTF8.GetBytes(string.Concat(failures)));
        _batches++;
    }

    private async Task<IReadOnlyList<TransformedRecord>> Transform(byte[] lambdaEvent)
    {
        for (var attempt = 0; attempt <= Retries; attempt++)
            if (await function.Invoke(lambdaEvent) is { } answer)
                return TransformedRecord.ReadAll(answer);
        return [];
    }

    private static byte[] Event(IReadOnlyList<FirehoseRecord> batch) => JsonSerializer.SerializeToUtf8Bytes(new
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

    private string FailedPrefix => ErrorPrefix.Replace("!{firehose:error-output-type}", "processing-failed", StringComparison.Ordinal);

    private static string Evaluated(string prefix, JsonObject keys) => PartitionKey().Replace(prefix, expression =>
        (string?)keys[expression.Groups["key"].Value]
        ?? throw new FormatException($"the answer must have the partition key of {expression.Value} for every record with result Ok"));

    private static string Failure(byte[] data) =>
        JsonSerializer.Serialize(new { attemptsMade = 1, errorCode = "Lambda.FunctionError", rawData = data }) + "\n";

    [GeneratedRegex(@"!\{partitionKeyFromLambda:(?<key>[^}]+)\}")]
    private static partial Regex PartitionKey();
}
