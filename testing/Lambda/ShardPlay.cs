using System.Text.Json.Nodes;

namespace Nautilus.Testing.Lambda;

/// <summary>
/// Reads a shard as Lambda does when an event source reports failures of items, bisects, and retries a few times: it goes on
/// from the reported record, halves a batch on an error only, and at last puts aside all of what it gave.
/// </summary>
internal sealed class ShardPlay
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

    public IReadOnlyList<string> PutAside => _putAside;

    public WindowAnswer Final { get; }

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
