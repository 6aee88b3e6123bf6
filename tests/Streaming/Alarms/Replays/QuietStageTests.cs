using Nautilus.Testing.CloudWatch;
using Nautilus.Testing.Replays;

namespace Tests.Streaming.Alarms.Replays;

/// <summary>Days without trouble, with metrics that arrive in time and late: no alarm of a stage goes off.</summary>
[Collection(Beside.Replays)]
public sealed class QuietStageTests
{
    private const int Day = 1440;

    private static readonly Doubts[] Doubts = [new(), new() { FillsTheEmpty = false }, new() { MinutesLate = 3 }];

    [Fact]
    public void A_day_without_metrics() => Fired(new()
    {
        Minutes = Day, Trouble = (1, Day), Symptoms = [.. Signals.All.Select(signal => signal.Stops())],
    }).Should().BeEmpty();

    [Fact]
    public void A_day_without_traffic() => Fired(new() { Minutes = Day, Traffic = _ => false }).Should().BeEmpty();

    [Fact]
    public void A_day_with_traffic() => Fired(new() { Minutes = Day }).Should().BeEmpty();

    [Fact]
    public void Traffic_that_comes_and_goes() =>
        Fired(new() { Minutes = Day, Traffic = minute => minute / 240 % 2 == 0 }).Should().BeEmpty();

    [Fact]
    public void A_record_an_hour() => Fired(new() { Minutes = Day, Traffic = minute => minute % 60 < 16 }).Should().BeEmpty();

    [Fact]
    public void A_burst_of_two_minutes() => Fired(new()
    {
        Minutes = 400,
        Trouble = (201, 216),
        Symptoms =
        [
            FunctionStories.TransformThrottles.Turns(40, minutes: 2), FunctionStories.TransformDuration.Turns(55_000, minutes: 2),
            FunctionStories.AggregateThrottles.Turns(60, minutes: 2), FunctionStories.AggregateAge.Turns(120_000, minutes: 4),
            DeliveryStories.SearchThrottled.Turns(5_000, minutes: 2), DeliveryStories.SearchSuccess.Turns(0.5, minutes: 2),
            DeliveryStories.LakeCalls.Turns(0.3, minutes: 2), DeliveryStories.WarehouseCalls.Turns(0.3, minutes: 2),
            SearchStories.Processor.Turns(100, minutes: 2), SearchStories.Memory.Turns(97, minutes: 2),
            WarehouseStories.Waiting.Turns(12, minutes: 5), WarehouseStories.Capacity.Turns(16),
            FlinkStories.Behind.Turns(120_000, minutes: 4), IotStories.Throttled.Turns(200, minutes: 2),
        ],
    }).Should().BeEmpty();

    [Fact]
    public void New_versions_of_all_stages_are_deployed() => Fired(new()
    {
        Minutes = 400,
        Trouble = (201, 230),
        Symptoms =
        [
            FunctionStories.TransformErrors.Turns(20, minutes: 2), FunctionStories.TransformDuration.Turns(20_000, minutes: 2),
            FunctionStories.AggregateErrors.Turns(60, minutes: 2), FunctionStories.AggregateAge.Turns(300_000, minutes: 6),
            DeliveryStories.LakeCalls.Turns(0, minutes: 2), DeliveryStories.WarehouseCalls.Turns(0, minutes: 2),
            DeliveryStories.LakeSuccess.Turns(0.5, minutes: 6), DeliveryStories.WarehouseSuccess.Turns(0, minutes: 16),
            SearchStories.Yellow.Turns(1, minutes: 12), SearchStories.Reachable.Turns(0, minutes: 3),
            SearchStories.Processor.Turns(95, minutes: 30),
            WarehouseStories.Failed.Turns(2, minutes: 5),
            FlinkStories.Down.Turns(45_000, minutes: 2), FlinkStories.Passed.Stops(minutes: 8),
            FlinkStories.Checkpoints.Turns(0), FlinkStories.Behind.Turns(480_000, minutes: 12),
        ],
    }).Should().BeEmpty();

    [Fact]
    public void After_a_quiet_day_every_alarm_is_OK() =>
        Replay.Of(StageAlarms.All, new StageStory { Minutes = Day }.Report(Signals.All), Day)
            .Should().OnlyContain(change => change.State == AlarmState.OK).And.HaveCount(StageAlarms.All.Count);

    private static IEnumerable<string> Fired(StageStory story) =>
        from doubts in Doubts
        from change in Replay.Of(StageAlarms.All, story.Report(Signals.All), story.Minutes, doubts)
        where change.State == AlarmState.ALARM
        select $"{change.Alarm} at {change.Minute}";
}
