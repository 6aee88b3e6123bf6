namespace Nautilus.Tests.Functions;

/// <summary>
/// Reads a shard as Lambda does when an event source reports failures of items, bisects, and retries a record a few times:
/// it goes on from the reported record, halves what it gives, and at last puts the record aside.
/// </summary>
internal sealed record ShardPlay(IReadOnlyList<string> PutAside, WindowAnswer Final)
{
    private const int Retries = 3;

    public static ShardPlay Of(IReadOnlyList<(string Sequence, byte[] Data)> records, int batch)
    {
        var aside = new List<string>();
        System.Text.Json.Nodes.JsonNode? state = null;
        var (next, size, attempts) = (0, batch, 0);
        while (next < records.Count)
        {
            var given = records.Skip(next).Take(size).ToArray();
            var answer = (new StreamEvent(given) { State = state }).Handle();
            state = answer.State;
            if (answer.Failures is not [var failure])
            {
                (next, size, attempts) = (next + given.Length, batch, 0);
                continue;
            }

            var failed = next + Array.FindIndex(given, record => record.Sequence == failure);
            attempts = failed == next ? attempts + 1 : 1;
            (next, size) = (failed, Math.Max(1, size / 2));
            if (size == 1 && attempts > Retries)
            {
                aside.Add(failure);
                (next, size, attempts) = (next + 1, batch, 0);
            }
        }

        return new(aside, (StreamEvent.Of() with { State = state, IsFinal = true }).Handle());
    }
}
