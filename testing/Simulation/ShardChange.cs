namespace Nautilus.Testing.Simulation;

/// <summary>A change of the number of shards.</summary>
/// <param name="Time">The time, in minutes.</param>
/// <param name="From">The number of open shards before.</param>
/// <param name="To">The number of open shards after.</param>
public readonly record struct ShardChange(double Time, int From, int To)
{
    /// <summary>Whether the number increases.</summary>
    public bool IsUp => To > From;
}
