namespace Nautilus.Testing.CloudWatch;

/// <summary>Plays reported metrics to alarms, minute by minute.</summary>
public static class Replay
{
    /// <summary>The changes of state, sorted by minute. Each alarm begins as <see cref="AlarmState.INSUFFICIENT_DATA"/>.</summary>
    /// <param name="alarms">The alarms.</param>
    /// <param name="metrics">The metrics that were reported.</param>
    /// <param name="minutes">The last minute. The first is 1.</param>
    /// <param name="doubts">What AWS leaves open.</param>
    public static IReadOnlyList<AlarmChange> Of(IEnumerable<Alarm> alarms, Metrics metrics, int minutes, Doubts? doubts = null) =>
        [.. alarms.SelectMany(alarm => Of(alarm, metrics, minutes, doubts ?? new())).OrderBy(change => change.Minute)];

    private static IEnumerable<AlarmChange> Of(Alarm alarm, Metrics metrics, int minutes, Doubts doubts)
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
