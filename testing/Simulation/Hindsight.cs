namespace Nautilus.Testing.Simulation;

/// <summary>
/// The fewest shard-hours that throttle nothing, for one who knows the traffic beforehand. It is less than anybody can reach: changes
/// take no time, and ten are free in each day from midnight instead of in any 24 hours.
/// </summary>
internal static class Hindsight
{
    public static double ShardHours(Trace trace)
    {
        var needs = Enumerable.Range(0, trace.Megabytes.Length).Select(minute => (int)Math.Clamp(Math.Ceiling(trace.Need(minute)), 1, trace.Max)).ToArray();
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

    /// <summary>The cost by changes made today and shards open.</summary>
    private static double[][] Fresh(IEnumerable<double> costs) =>
    [
        [.. costs],
        .. Enumerable.Range(0, SimulatedStream.ChangesPerDay).Select(_ => Enumerable.Repeat(double.PositiveInfinity, costs.Count()).ToArray()),
    ];

    private static double[][] Next(double[][] costs, int need)
    {
        var most = costs[0].Length - 1;
        var next = costs.Select(_ => Enumerable.Repeat(double.PositiveInfinity, most + 1).ToArray()).ToArray();
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
