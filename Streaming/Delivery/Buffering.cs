using Nautilus.Foundations;

namespace Nautilus.Delivery;

/// <summary>How much Firehose gathers before it delivers: what comes first counts.</summary>
public sealed record Buffering(int Megabytes, TimeSpan Interval)
{
    internal int Seconds => (int)Interval.TotalSeconds;

    internal IEnumerable<(bool, string)> Rules(int least, int most, int leastSeconds, string why = "") =>
    [
        (Megabytes >= least && Megabytes <= most, $"buffer must be {least} to {most} MB{why}, got {Megabytes}"),
        (Interval.TotalSeconds >= leastSeconds && Interval.TotalSeconds <= 900, $"buffer interval must be {leastSeconds} to 900 seconds{why}, got {Interval.TotalSeconds}"),
        WholeSeconds("buffer interval", Interval),
    ];

    internal static IEnumerable<(bool, string)> RetryRules(TimeSpan retry) =>
    [
        (retry.TotalSeconds is >= 0 and <= 7200, $"retries must end after 0 to 7200 seconds, got {retry.TotalSeconds}"),
        WholeSeconds("retries", retry),
    ];

    private static (bool, string) WholeSeconds(string what, TimeSpan span) => (span.Ticks % TimeSpan.TicksPerSecond == 0, $"{what} must be whole seconds, got {span}");
}
