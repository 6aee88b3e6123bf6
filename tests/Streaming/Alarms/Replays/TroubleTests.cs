using Nautilus.Testing.CloudWatch;
using Nautilus.Testing.Replays;

namespace Tests.Streaming.Alarms.Replays;

/// <summary>Each alarm of a stage goes off in its own trouble, once, in time and without others, and is OK again afterwards.</summary>
[Collection(Beside.Replays)]
public sealed class TroubleTests
{
    private static readonly Dictionary<string, Trouble> Troubles = new[]
    {
        FunctionStories.All, DeliveryStories.All, SearchStories.All, WarehouseStories.All, FlinkStories.All, IotStories.All,
    }.SelectMany(stories => stories).ToDictionary(trouble => trouble.Name);

    public static TheoryData<string> Names => new(Troubles.Keys);

    [Fact]
    public void Every_alarm_of_a_stage_has_a_story() =>
        Troubles.Values.SelectMany(trouble => trouble.Fires).Distinct()
            .Should().BeEquivalentTo(StageAlarms.All.Select(alarm => alarm.Name));

    [Theory, MemberData(nameof(Names))]
    public void An_alarm_goes_off_in_time_and_is_OK_again_afterwards(string name)
    {
        var (trouble, story) = (Troubles[name], Troubles[name].Story);
        foreach (var doubts in new Doubts[] { new(), new() { FillsTheEmpty = false } })
        {
            var changes = Replay.Of(StageAlarms.All, story.Report(Signals.All), story.Minutes, doubts);

            var fired = changes.Where(change => change.State == AlarmState.ALARM).ToArray();
            fired.Select(change => change.Alarm).Should().BeEquivalentTo(trouble.Fires);
            (fired[^1].Minute - story.Trouble.First + 1).Should().BeInRange(1, trouble.Within);
            changes.GroupBy(change => change.Alarm).Select(alarm => (alarm.Key, alarm.Last().State))
                .Should().OnlyContain(last => last.State == AlarmState.OK);
        }
    }
}
