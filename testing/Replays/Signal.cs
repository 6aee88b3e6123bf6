using Nautilus.Testing.CloudWatch;

namespace Nautilus.Testing.Replays;

/// <summary>A metric, its value while all is well, and how often it is reported. Made by <see cref="Source.Reports"/>.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Well">Its value while all is well; null if it then is not reported.</param>
/// <param name="Every">It is reported once in so many minutes.</param>
/// <param name="Always">Whether it is reported without traffic too.</param>
public sealed record Signal(Metric Metric, double? Well, int Every, bool Always)
{
    /// <summary>In the trouble, it has another value.</summary>
    /// <param name="value">The value; null if it is not reported.</param>
    /// <param name="minutes">For how many minutes; by default as long as the trouble lasts.</param>
    public Symptom Turns(double? value, int minutes = int.MaxValue) => new(this, _ => value, minutes);

    /// <summary>In the trouble, it rises each minute.</summary>
    /// <param name="step">By how much.</param>
    public Symptom Rises(double step) => new(this, minute => Well + step * minute, int.MaxValue);

    /// <summary>In the trouble, it is not reported.</summary>
    /// <param name="minutes">For how many minutes; by default as long as the trouble lasts.</param>
    public Symptom Stops(int minutes = int.MaxValue) => Turns(null, minutes);
}
