namespace Nautilus.Tests.Alarming.CloudWatch;

/// <summary>An alarm's change of state, after a minute.</summary>
internal sealed record Change(int Minute, string Alarm, AlarmState State);

internal static class Replay
{
    /// <summary>Every change of state from the first minute to the last. An alarm begins without data.</summary>
    public static IReadOnlyList<Change> Of(IEnumerable<Alarm> alarms, Metrics metrics, int minutes, int late = 0) =>
        [.. alarms.SelectMany(alarm => Of(alarm, metrics, minutes, late)).OrderBy(change => change.Minute)];

    private static IEnumerable<Change> Of(Alarm alarm, Metrics metrics, int minutes, int late)
    {
        var state = AlarmState.INSUFFICIENT_DATA;
        for (var minute = 1; minute <= minutes; minute++)
        {
            var next = alarm.Evaluate(metrics, minute, state, late);
            if (next != state)
                yield return new(minute, alarm.Name, next);
            state = next;
        }
    }
}
