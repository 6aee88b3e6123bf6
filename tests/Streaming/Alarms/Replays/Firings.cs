using Nautilus.Streams;
using Nautilus.Testing.CloudWatch;
using Nautilus.Testing.Replays;

namespace Tests.Streaming.Alarms.Replays;

/// <summary>The alarms of a stream that go off in a story.</summary>
internal static class Firings
{
    private static readonly Dictionary<string, Alarm[]> Alarms = [];

    /// <summary>
    /// Such as <c>lag-warning after 370, over 6 later</c>: in minutes since the trouble began, and since it ended.
    /// In AWS, metrics arrive a minute or two later, and so do alarms.
    /// </summary>
    public static string[] Of(Story story, Doubts? doubts = null) =>
    [
        .. Replay.Of(AlarmsOf(story), ScalingModel.Report(story), story.Minutes, doubts)
            .GroupBy(change => change.Alarm)
            .SelectMany(changes => Firing(changes.Key[(EveryAlarm.Stream.Length + 1)..], [.. changes], story))
            .OrderBy(firing => firing.Minute).Select(firing => firing.Text),
    ];

    /// <summary>The last state of each alarm that has one.</summary>
    public static IEnumerable<AlarmState> LastStates(Story story) =>
        from change in Replay.Of(AlarmsOf(story), ScalingModel.Report(story), story.Minutes)
        group change.State by change.Alarm into states
        select states.Last();

    private static IEnumerable<(int Minute, string Text)> Firing(string alarm, AlarmChange[] changes, Story story)
    {
        foreach (var fired in changes.Where(change => change.State == AlarmState.ALARM))
        {
            var after = $"{alarm} after {fired.Minute - story.Trouble.First + 1}";
            yield return (fired.Minute, changes.FirstOrDefault(change => change.Minute > fired.Minute) is { } next
                ? $"{after}, {(next.State == AlarmState.OK ? "over" : next.State)} {next.Minute - story.Trouble.Last} later"
                : after);
        }
    }

    private static Alarm[] AlarmsOf(Story story)
    {
        var kind = $"{story.Shards} {story.IsOnDemand} {story.RetentionHours} {story.ScaledTo} {string.Join(' ', story.Consumers)}";
        if (!Alarms.TryGetValue(kind, out var alarms))
            Alarms[kind] = alarms = [.. SynthesizedAlarms.In(Synthesize(story)).Select(alarm => new Alarm(alarm))];
        return alarms;
    }

    private static string Synthesize(Story story) => EveryAlarm.Of(
        story.IsOnDemand ? Capacity.OnDemand : Capacity.Provisioned(story.Shards), story.RetentionHours, [.. story.Consumers],
        story.IsOnDemand ? [] : [ShardMetric.IncomingBytes], story.ScaledTo);
}
