using Nautilus.Testing.Replays;

namespace Tests.Streaming.Alarms.Replays;

[Collection(Beside.Replays)]
public sealed class ReadTests
{
    private static readonly Story Hour = new() { Minutes = 180, Trouble = (61, 120) };

    private static readonly Story Day = new() { Minutes = 1100, Trouble = (101, 1000), Consumers = ["analytics"] };

    [Fact]
    public void Rejected_reads() =>
        Firings.Of(Hour with { RefusedPolls = minute => Hour.IsTrouble(minute) ? 0.3 : 0 })
            .Should().Equal("reads-throttled after 10, over 6 later");

    [Fact]
    public void Few_rejected_reads_raise_no_alarm() => Firings.Of(Hour with { RefusedPolls = _ => 0.05 }).Should().BeEmpty();

    [Fact]
    public void A_consumer_that_is_not_subscribed() =>
        Firings.Of(Day with { Subscribing = minute => Day.IsTrouble(minute) ? Act.IsStopped : Act.Reads })
            .Should().Equal("analytics-unread after 30, over 31 later");

    [Fact]
    public void The_only_consumer_is_not_subscribed() =>
        Firings.Of(Day with
        {
            Polling = _ => Act.IsStopped,
            Subscribing = minute => Day.IsTrouble(minute) ? Act.IsStopped : Act.Reads,
        }).Should().Equal("analytics-unread after 30, over 31 later", "unread after 30, over 31 later");

    [Fact]
    public void A_consumer_that_stalls() =>
        Firings.Of(Day with { Subscribing = minute => Day.IsTrouble(minute) ? Act.IsStuck : Act.Reads })
            .Should().Equal("analytics-lag-warning after 370, over 10 later", "analytics-lag-page after 730, over 8 later");

    [Fact]
    public void A_consumer_that_subscribes_again_within_15_minutes_raises_no_alarm()
    {
        var restart = Day with { Trouble = (101, 115) };
        Firings.Of(restart with { Subscribing = minute => restart.IsTrouble(minute) ? Act.IsStopped : Act.Reads }).Should().BeEmpty();
    }

    [Fact]
    public void A_consumer_that_subscribes_minutes_after_its_registration_raises_no_alarm() =>
        Firings.Of(Day with { Trouble = (1, 12), Subscribing = minute => minute <= 12 ? Act.IsStopped : Act.Reads }).Should().BeEmpty();
}
