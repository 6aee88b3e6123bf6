namespace Nautilus.Review.Safety;

/// <summary>The way from one number of shards to another when each step may at most double or halve it.</summary>
internal static class ShardLadder
{
    /// <summary>UpdateShardCount of one stream, in any 24 hours.</summary>
    public const int ChangesPerDay = 10;

    public static bool IsOneStep(int from, int to) => to <= 2 * from && 2 * to >= from;

    public static IReadOnlyList<int> Steps(int from, int to)
    {
        var steps = new List<int>();
        for (var shards = from; shards != to; steps.Add(shards))
            shards = to > shards ? Math.Min(to, 2 * shards) : Math.Max(to, (shards + 1) / 2);
        return steps;
    }
}
