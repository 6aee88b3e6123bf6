using Nautilus.Foundations;

namespace Nautilus.Delivery;

/// <summary>How much Firehose buffers before it delivers: it delivers when it reaches one of the two.</summary>
/// <param name="Megabytes">The size of the buffer.</param>
/// <param name="Interval">The time from the first record to the delivery, in whole seconds.</param>
public sealed record Buffering(int Megabytes, TimeSpan Interval)
{
    private const int LongestInterval = 900;
    private const int LongestRetry = 7200;

    internal int Seconds => (int)Interval.TotalSeconds;

    /// <param name="least">The smallest size in MB.</param>
    /// <param name="most">The largest size in MB.</param>
    /// <param name="leastSeconds">The shortest interval.</param>
    /// <param name="why">The reason for the limits, behind the unit.</param>
    internal IEnumerable<Rule> Rules(int least, int most, int leastSeconds, string why = "") =>
    [
        Rule.Between("buffer", Megabytes, least, most, $"MB{why}"),
        Rule.Between("buffer interval", Interval.TotalSeconds, leastSeconds, LongestInterval, $"seconds{why}"),
        Rule.Whole("buffer interval", Interval, TimeSpan.TicksPerSecond, "seconds"),
    ];

    internal static IEnumerable<Rule> RetryRules(TimeSpan retry) =>
    [
        Rule.Between("retry duration", retry.TotalSeconds, 0, LongestRetry, "seconds"),
        Rule.Whole("retry duration", retry, TimeSpan.TicksPerSecond, "seconds"),
    ];
}
