namespace Nautilus.Review.Safety;

/// <summary>
/// The steps from one number of shards to another. Each may at most double or halve the number, see
/// https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateShardCount.html.
/// </summary>
internal static class ShardLadder
{
    /// <summary>The calls of UpdateShardCount that Kinesis allows for a stream in 24 hours.</summary>
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
