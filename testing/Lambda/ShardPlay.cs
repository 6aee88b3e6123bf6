using System.Text.Json.Nodes;

namespace Nautilus.Testing.Lambda;

/// <summary>
/// Gives the records of a shard to a function in the process of the test, as an event source mapping with partial batch responses,
/// bisection and three retries: after a reported failure it continues from the reported record, it splits a batch after an error,
/// and after the last retry it discards the batch.
/// https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html
/// </summary>
public sealed class ShardPlay
{
    private const int Retries = 3;

    private readonly List<string> _putAside = [];
    private readonly Func<StreamEvent, WindowAnswer> _function;

    private ShardPlay(IEnumerable<(string Sequence, byte[] Data)> records, int batch, Func<StreamEvent, WindowAnswer> function)
    {
        _function = function;
        JsonNode? state = null;
        foreach (var given in records.Chunk(batch))
            state = Take(given, state);
        Final = function(StreamEvent.Of() with { State = state, IsFinal = true });
    }

    /// <summary>The sequence numbers of the records that were discarded.</summary>
    public IReadOnlyList<string> PutAside => _putAside;

    /// <summary>The answer to the last invocation of the window.</summary>
    public WindowAnswer Final { get; }

    /// <summary>Gives the records to the function, as one window.</summary>
    /// <param name="records">The sequence number and the data of each record.</param>
    /// <param name="batch">The batch size.</param>
    /// <param name="function">The function. A <see cref="FormatException"/> is its error.</param>
    public static ShardPlay Of(IEnumerable<(string Sequence, byte[] Data)> records, int batch, Func<StreamEvent, WindowAnswer> function) =>
        new(records, batch, function);

    private JsonNode? Take((string Sequence, byte[] Data)[] batch, JsonNode? state, int attempt = 0)
    {
        WindowAnswer answer;
        try
        {
            answer = _function(new(batch) { State = state });
        }
        catch (FormatException) when (batch.Length > 1)
        {
            var half = batch.Length / 2;
            return Take(batch[half..], Take(batch[..half], state));
        }

        if (answer.Failures is not [var failure])
            return answer.State;
        var reported = Array.FindIndex(batch, record => record.Sequence == failure);
        if (reported > 0)
            return Take(batch[reported..], answer.State);
        if (attempt < Retries)
            return Take(batch, answer.State, attempt + 1);
        _putAside.AddRange(batch.Select(record => record.Sequence));
        return answer.State;
    }
}
