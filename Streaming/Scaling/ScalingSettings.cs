using Nautilus.Foundations;

namespace Nautilus.Scaling;

/// <summary>How a stream follows its traffic.</summary>
public sealed record ScalingSettings
{
    /// <summary>
    /// The share of the capacity that the traffic uses after a step up. Keys are never spread evenly: the rest is for the fullest shard.
    /// </summary>
    public double TargetUtilisation { get; init; } = 0.7;

    /// <summary>The share of the capacity from which shards are added.</summary>
    public double ScaleUpAt { get; init; } = 0.8;

    /// <summary>Peaks that are known beforehand. At its time, the stream has at least the number of shards of the peak.</summary>
    public IReadOnlyList<ScaleAhead> Ahead { get; init; } = [];

    /// <summary>Reports what the workflow would do, in the metric <c>DesiredShards</c>, and changes nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Stops the schedules. The stream keeps its number of shards.</summary>
    public bool Paused { get; init; }

    internal IEnumerable<Rule> Rules(int min, int max) =>
    [
        Rule.That(TargetUtilisation is >= 0.2 and <= 0.9, $"target utilisation must be 0.2 to 0.9, got {TargetUtilisation}"),
        Rule.That(ScaleUpAt <= 0.95 && ScaleUpAt >= TargetUtilisation + 0.05 - 1e-9,
            $"scaling up must be at 0.05 above the target utilisation or more, and at 0.95 or less, got {ScaleUpAt}"),
        .. Ahead.SelectMany(ahead => ahead.Rules(min, max)),
    ];
}
