using Nautilus.Testing.CloudWatch;

namespace Nautilus.Testing.Replays;

/// <summary>A metric, what it tells while all is well, and how often.</summary>
internal sealed record Signal(Metric Metric, double? Well, int Every, bool Always)
{
    /// <param name="value">What it tells instead; nothing, if null.</param>
    /// <param name="minutes">For how many minutes; for all of the trouble, unless given.</param>
    public Symptom Turns(double? value, int minutes = int.MaxValue) => new(this, _ => value, minutes);

    /// <summary>It rises by so much each minute.</summary>
    public Symptom Rises(double step) => new(this, minute => Well + step * minute, int.MaxValue);

    public Symptom Stops(int minutes = int.MaxValue) => Turns(null, minutes);
}

/// <summary>What a metric tells in trouble.</summary>
/// <param name="Of">The metric.</param>
/// <param name="Value">By the minute of the trouble, from 1 on.</param>
/// <param name="Minutes">For how many minutes.</param>
internal sealed record Symptom(Signal Of, Func<int, double?> Value, int Minutes);
