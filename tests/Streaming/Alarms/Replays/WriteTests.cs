using Nautilus.Testing.Replays;

namespace Tests.Streaming.Alarms.Replays;

/// <summary>Four shards accept 240,000 records of 1 KB a minute.</summary>
[Collection(Beside.Replays)]
public sealed class WriteTests
{
    private static readonly Story Hour = new() { Minutes = 180, Trouble = (61, 120) };

    private static readonly Story TwoMinutes = new() { Minutes = 180, Trouble = (61, 62) };

    [Fact]
    public void Two_minutes_of_twice_the_capacity_raise_no_alarm() => Firings.Of(Putting(TwoMinutes, 480_000)).Should().BeEmpty();

    [Fact]
    public void An_hour_above_the_capacity() =>
        Firings.Of(Putting(Hour, 300_000)).Should().Equal(
            "records-throttled after 3, over 3 later", "writes-throttled after 5, over 6 later");

    [Fact]
    public void An_hour_just_above_the_capacity() =>
        Firings.Of(Putting(Hour, 244_000)).Should().Equal("writes-throttled after 5, over 6 later");

    [Fact]
    public void An_hour_of_almost_all_the_capacity_raises_no_alarm() => Firings.Of(Putting(Hour, 239_000)).Should().BeEmpty();

    [Fact]
    public void Records_that_fail() =>
        Firings.Of(Hour with { Failing = minute => Hour.IsTrouble(minute) ? 0.05 : 0 })
            .Should().Equal("records-failed after 3, over 3 later");

    [Fact]
    public void Few_records_that_fail_raise_no_alarm() =>
        Firings.Of(Hour with { Failing = minute => Hour.IsTrouble(minute) ? 0.005 : 0 }).Should().BeEmpty();

    [Fact]
    public void Two_minutes_of_records_that_fail_raise_no_alarm() =>
        Firings.Of(TwoMinutes with { Failing = minute => TwoMinutes.IsTrouble(minute) ? 0.5 : 0 }).Should().BeEmpty();

    [Fact]
    public void An_on_demand_stream_near_the_account_limit() =>
        Firings.Of(Putting(Hour, 8_500 * 60_000) with { IsOnDemand = true }).Should().Equal("on-demand-limit after 3, over 3 later");

    [Fact]
    public void An_on_demand_stream_at_three_quarters_of_the_account_limit_raises_no_alarm() =>
        Firings.Of(Putting(Hour, 7_500 * 60_000) with { IsOnDemand = true }).Should().BeEmpty();

    private static Story Putting(Story story, double records) => story with { Puts = minute => story.IsTrouble(minute) ? records : 24_000 };
}
