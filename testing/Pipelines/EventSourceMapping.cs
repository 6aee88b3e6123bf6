using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nautilus.Testing.Lambda;

namespace Nautilus.Testing.Pipelines;

/// <summary>
/// What Lambda does between a stream and a function with tumbling windows, partial batch responses, bisection, finite retries
/// and a bucket for what fails: it goes on from the record that was reported, and halves a batch on an error only. A batch
/// whose first record is reported comes again as it is, and at last is put aside whole, with the event that carried it.
/// </summary>
internal sealed class EventSourceMapping(string stream, DeployedFunction function, Bucket failures)
{
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private const int BatchSize = 500;
    private const int MaximumRetryAttempts = 2;

    // Room in an event for the state and for what stands around the records.
    private const int Room = DeployedFunction.PayloadLimit - 1024 * 1024 - 600 * BatchSize;

    public async Task Read(IEnumerable<StreamRecord> records)
    {
        foreach (var window in records.GroupBy(record => (record.Shard, Start: StartOf(record.Arrival))))
        {
            var call = new StreamEvent([]) { StreamName = stream, ShardId = window.Key.Shard, Start = window.Key.Start, End = window.Key.Start + Window };
            foreach (var batch in Batches.Of(window, BatchSize, Room, record => record.Data.Length * 4 / 3 + 4))
                call = call with { State = await Handle(batch, call) };
            while (await Invoke(call with { IsFinal = true }) is null)
            {
                // The state is as it was: the window can be closed again.
            }
        }
    }

    public static DateTime StartOf(DateTimeOffset arrival) => new(arrival.Ticks - arrival.Ticks % Window.Ticks, DateTimeKind.Utc);

    /// <summary>The state after all of the batch was taken or put aside.</summary>
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
        await PutAside(batch, call);
        return after.State;
    }

    private async Task<WindowAnswer?> Invoke(StreamEvent call) =>
        await function.Invoke(call.ToBytes()) is { } answer ? WindowAnswer.Read(answer, "") : null;

    private Task PutAside(IReadOnlyList<StreamRecord> batch, StreamEvent call) => failures.Put(
        $"aws/lambda/mapping/{call.ShardId}/{batch[0].Arrival:yyyy/MM/dd/yyyy-MM-ddTHH.mm.ss}-{Guid.NewGuid()}",
        JsonSerializer.SerializeToUtf8Bytes(new
        {
            requestContext = new { condition = "RetryAttemptsExhausted", approximateInvokeCount = MaximumRetryAttempts + 1 },
            KinesisBatchInfo = new { shardId = call.ShardId, startSequenceNumber = batch[0].Sequence, endSequenceNumber = batch[^1].Sequence, batchSize = batch.Count },
            payload = Encoding.UTF8.GetString(call.ToBytes()),
        }));
}
