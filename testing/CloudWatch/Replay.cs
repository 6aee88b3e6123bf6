namespace Nautilus.Testing.CloudWatch;

/// <summary>An alarm's change of state, after a minute.</summary>
internal sealed record Change(int Minute, string Alarm, AlarmState State);

internal static class Replay
{
    /// <summary>Every change of state from the first minute to the last. An alarm begins without data.</summary>
    public static IReadOnlyList<Change> Of(IEnumerable<Alarm> alarms, Metrics metrics, int minutes, Doubts? doubts = null) =>
        [.. alarms.SelectMany(alarm => Of(alarm, metrics, minutes, doubts ?? new())).OrderBy(change => change.Minute)];

    private static IEnumerable<Change> Of(Alarm alarm, Metrics metrics, int minutes, Doubts doubts)
    {
        var state = AlarmState.INSUFFICIENT_DATA;
        for (var minute = 1; minute <= minutes; minute++)
        {
            var next = alarm.Evaluate(metrics, minute, state, doubts);
            if (next != state)
                yield return new(minute, alarm.Name, next);
            state = next;
        }
    }
}
