using Nautilus.Foundations;

namespace Nautilus.Scaling;

/// <summary>
/// A peak that is known beforehand. AWS at most doubles the shards in a step, and a step takes minutes: a large peak needs an earlier time.
/// Shards are not removed in the hour after a step.
/// </summary>
/// <param name="Schedule">
/// The time, as EventBridge Scheduler has it: <c>cron(45 7 ? * MON-FRI *)</c> or <c>at(2026-11-27T07:45:00)</c>.
/// </param>
/// <param name="Shards">The number of shards from then on.</param>
public sealed record ScaleAhead(string Schedule, int Shards)
{
    /// <summary>The time zone of the schedule, such as <c>Europe/Berlin</c>.</summary>
    public string TimeZone { get; init; } = "UTC";

    internal IEnumerable<Rule> Rules(int min, int max) =>
    [
        Rule.Matches("the schedule of a known peak", Schedule, AwsNames.PeakSchedule),
        Rule.Between($"the shards of the peak at {Schedule}", Shards, min, max),
    ];
}
