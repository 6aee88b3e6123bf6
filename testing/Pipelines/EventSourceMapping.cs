using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nautilus.Testing.Lambda;

namespace Nautilus.Testing.Pipelines;

/// <summary>
/// What Lambda does between a stream and a function with tumbling windows, partial batch responses, bisection, two retries and a bucket
/// for discarded batches. After a reported failure it continues from the reported record. After an error it splits the batch, which is
/// no retry. A batch whose first record is reported, or a single record with an error, is retried, and then discarded with its payload.
/// https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-windows.html,
/// https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html and
/// https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html.
/// Assumed: the state that comes with a reported failure is the state of the next invocation.
/// </summary>
/// <param name="stream">The name of the stream.</param>
/// <param name="function">The function.</param>
/// <param name="failures">The bucket for discarded batches.</param>
public sealed class EventSourceMapping(string stream, DeployedFunction function, LocalBucket failures)
{
    /// <summary>The length of a window.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    /// <summary>What the keys of discarded batches begin with.</summary>
    public const string DiscardedPrefix = "aws/lambda/";

    private const int BatchSize = 500;
    private const int MaximumRetryAttempts = 2;

    // An event has room for the state (1 MB) and for the fields of each record.
    private const int Room = DeployedFunction.PayloadLimit - 1024 * 1024 - 600 * BatchSize;

    /// <summary>Gives all records to the function, window by window.</summary>
    /// <param name="records">The records, in the order of their shards.</param>
    public async Task Read(IEnumerable<StreamRecord> records)
    {
        foreach (var window in records.GroupBy(record => (record.Shard, Start: StartOf(record.Arrival))))
        {
            var (shard, start) = window.Key;
            var call = new StreamEvent([]) { StreamName = stream, ShardId = shard, Start = start, End = start + Window };
            foreach (var batch in Batches.Of(window, BatchSize, Room, record => record.Data.Length * 4 / 3 + 4))
                call = call with { State = await Handle(batch, call) };
            while (await Invoke(call with { IsFinal = true }) is null)
            {
                // Lambda repeats the last invocation of a window, with the same state, until it succeeds.
            }
        }
    }

    /// <summary>The start of the window of a record.</summary>
    /// <param name="arrival">The time at which the record arrived.</param>
    public static DateTime StartOf(DateTimeOffset arrival) => new(arrival.Ticks - arrival.Ticks % Window.Ticks, DateTimeKind.Utc);

    /// <summary>The state after the function has taken all of a batch, or Lambda has discarded it.</summary>
    private async Task<JsonNode?> Handle(IReadOnlyList<StreamRecord> batch, StreamEvent before, int attempt = 0)
    {
        var call = before with { Records = [.. batch.Select(record => (record.Sequence, record.Data))] };
        var answer = await Invoke(call);
        if (answer is { Failures: [] })
            return answer.State;

        if (answer is null && batch.Count > 1)
        {
            var half = await Handle([.. batch.Take(batch.Count / 2)], before);
            return await Handle([.. batch.Skip(batch.Count / 2)], before with { State = half });
        }

        var reported = answer is null ? 0 : Enumerable.Range(0, batch.Count).First(i => answer.Failures.Contains(batch[i].Sequence));
        var after = before with { State = answer?.State ?? before.State };
        if (reported > 0)
            return await Handle([.. batch.Skip(reported)], after);
        if (attempt < MaximumRetryAttempts)
            return await Handle(batch, after, attempt + 1);
        await Discard(batch, call);
        return after.State;
    }

    private async Task<WindowAnswer?> Invoke(StreamEvent call) =>
        await function.Invoke(call.ToBytes()) is { } answer ? WindowAnswer.Read(answer, "") : null;

    private Task Discard(IReadOnlyList<StreamRecord> batch, StreamEvent call) => failures.Put(
        $"{DiscardedPrefix}mapping/{call.ShardId}/{batch[0].Arrival:yyyy/MM/dd/yyyy-MM-ddTHH.mm.ss}-{Guid.NewGuid()}",
        JsonSerializer.SerializeToUtf8Bytes(new
        {
            requestContext = new { condition = "RetryAttemptsExhausted", approximateInvokeCount = MaximumRetryAttempts + 1 },
            KinesisBatchInfo = new
            {
                shardId = call.ShardId,
                startSequenceNumber = batch[0].Sequence,
                endSequenceNumber = batch[^1].Sequence,
                batchSize = batch.Count,
            },
            payload = Encoding.UTF8.GetString(call.ToBytes()),
        }));
}
