namespace Nautilus.Testing.Simulation;

/// <summary>How a scaled stream did on a trace.</summary>
/// <param name="Trace">The traffic.</param>
/// <param name="Throttled">The share of the records that were throttled, from 0 to 1.</param>
/// <param name="ShardHours">The shard-hours that AWS bills.</param>
/// <param name="Open">The number of open shards, minute by minute.</param>
/// <param name="Changes">The changes of the number of shards.</param>
public sealed record Outcome(Trace Trace, double Throttled, double ShardHours, IReadOnlyList<int> Open, IReadOnlyList<ShardChange> Changes)
{
    /// <summary>The most changes in any 24 hours.</summary>
    public int ChangesInADay => Changes.Count == 0 ? 0 :
        Changes.Max(first => Changes.Count(change => change.Time >= first.Time && change.Time < first.Time + SimulatedStream.Day));

    /// <summary>How many increases were taken back within an hour.</summary>
    public int Flaps => Changes.Zip(Changes.Skip(1))
        .Count(pair => pair.First.IsUp && !pair.Second.IsUp && pair.Second.Time - pair.First.Time < 60);
}
