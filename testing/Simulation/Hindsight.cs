namespace Nautilus.Testing.Simulation;

/// <summary>
/// The fewest shard-hours that throttle nothing, with the traffic known beforehand. No scaling can reach it: here a change takes no time,
/// and the limit of ten changes holds for each day from midnight, and not for any 24 hours.
/// </summary>
public static class Hindsight
{
    /// <summary>The shard-hours for a trace.</summary>
    /// <param name="trace">The traffic.</param>
    public static double ShardHours(Trace trace)
    {
        var needs = Enumerable.Range(0, trace.Megabytes.Length).Select(minute => Shards(trace, minute)).ToArray();
        var most = needs.Max();
        var costs = Fresh(Enumerable.Repeat(0.0, most + 1));
        for (var step = 0; step < needs.Length; step += trace.Tick)
        {
            if (step % (int)SimulatedStream.Day == 0)
                costs = Fresh(Enumerable.Range(0, most + 1).Select(shards => costs.Min(used => used[shards])));
            costs = Next(costs, needs.Skip(step).Take(trace.Tick).Max());
        }

        return costs.Min(used => used.Min()) * trace.Tick / 60;
    }

    private static int Shards(Trace trace, int minute) => (int)Math.Clamp(Math.Ceiling(trace.Need(minute)), 1, trace.Max);

    /// <summary>The cost by the number of changes today and the number of open shards.</summary>
    private static double[][] Fresh(IEnumerable<double> costs)
    {
        double[] unchanged = [.. costs];
        var changed = Enumerable.Range(0, SimulatedStream.ChangesPerDay).Select(_ => Unreachable(unchanged.Length));
        return [unchanged, .. changed];
    }

    private static double[] Unreachable(int length) => [.. Enumerable.Repeat(double.PositiveInfinity, length)];

    private static double[][] Next(double[][] costs, int need)
    {
        var most = costs[0].Length - 1;
        var next = costs.Select(_ => Unreachable(most + 1)).ToArray();
        for (var used = 0; used < costs.Length; used++)
        {
            for (var shards = need; shards <= most; shards++)
            {
                var best = costs[used][shards];
                if (used > 0)
                    for (var before = (shards + 1) / 2; before <= Math.Min(most, 2 * shards); before++)
                        best = Math.Min(best, costs[used - 1][before]);
                next[used][shards] = best + shards;
            }
        }

        return next;
    }
}
