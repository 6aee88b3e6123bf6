namespace Nautilus.Testing.Simulation;

/// <summary>
/// The fewest shard-hours for a trace and its keys, with the traffic known beforehand. No scaling can reach it: here a change takes no
/// time, and the limit of ten changes holds for each day from midnight, and not for any 24 hours.
/// </summary>
public static class Hindsight
{
    // With uneven keys, no number of shards refuses nothing.
    private const double RefusedOfKeys = 0.005;

    private const int MostLevels = 100;

    /// <summary>The shard-hours for a trace.</summary>
    /// <param name="trace">The traffic.</param>
    public static double ShardHours(Trace trace)
    {
        var minutes = Enumerable.Range(0, trace.Megabytes.Length).Select(minute => Shards(trace, minute)).ToArray();
        // For a large stream, changes at quarters of an hour: it makes no difference that can be seen, and many fewer to compare.
        var step = minutes.Max() > MostLevels ? Math.Max(15, trace.Tick) : trace.Tick;
        var needs = minutes.Chunk(step).Select(chunk => chunk.Max()).ToArray();
        int[] levels = [.. needs.Distinct().Order()];
        var costs = Fresh(levels.Select(_ => 0.0));
        for (var index = 0; index < needs.Length; index++)
        {
            if (index * step % (int)SimulatedStream.Day == 0)
                costs = Fresh(Enumerable.Range(0, levels.Length).Select(level => costs.Min(used => used[level])));
            costs = Next(costs, levels, needs[index]);
        }

        return costs.Min(used => used.Min()) * step / 60;
    }

    private static int Shards(Trace trace, int minute)
    {
        var least = (int)Math.Clamp(Math.Ceiling(trace.Need(minute)), 1, trace.Max);
        if (trace.Keys is null)
            return least;
        for (var most = trace.Max; least < most;)
        {
            var middle = (least + most) / 2;
            (least, most) = trace.Refused(minute, middle) > RefusedOfKeys ? (middle + 1, most) : (least, middle);
        }

        return least;
    }

    /// <summary>The cost by the number of changes today and the level of open shards.</summary>
    private static double[][] Fresh(IEnumerable<double> costs)
    {
        double[] unchanged = [.. costs];
        var changed = Enumerable.Range(0, SimulatedStream.ChangesPerDay).Select(_ => Unreachable(unchanged.Length));
        return [unchanged, .. changed];
    }

    private static double[] Unreachable(int length) => [.. Enumerable.Repeat(double.PositiveInfinity, length)];

    private static double[][] Next(double[][] costs, int[] levels, int need)
    {
        var next = costs.Select(_ => Unreachable(levels.Length)).ToArray();
        for (var used = 0; used < costs.Length; used++)
            for (var level = Array.BinarySearch(levels, need); level < levels.Length; level++)
            {
                var best = costs[used][level];
                for (var before = 0; used > 0 && before < levels.Length; before++)
                    if (levels[before] >= (levels[level] + 1) / 2 && levels[before] <= 2 * levels[level])
                        best = Math.Min(best, costs[used - 1][before]);
                next[used][level] = best + levels[level];
            }

        return next;
    }
}
