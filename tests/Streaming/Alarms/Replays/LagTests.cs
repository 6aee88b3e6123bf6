using Nautilus.Testing.Replays;

namespace Tests.Streaming.Alarms.Replays;

[Collection(Beside.Replays)]
public sealed class LagTests
{
    private static readonly Story Day = new() { Minutes = 1100, Trouble = (101, 1000) };

    [Fact]
    public void A_stalled_consumer_raises_alarms_at_a_quarter_and_at_half_of_a_day() =>
        Firings.Of(Day with { Polling = minute => Day.IsTrouble(minute) ? Act.IsStuck : Act.Reads })
            .Should().Equal("lag-warning after 370, over 10 later", "lag-page after 730, over 8 later");

    [Fact]
    public void A_stalled_consumer_raises_alarms_after_six_and_after_twelve_hours_however_long_records_are_kept()
    {
        var week = new Story { RetentionHours = 168, Minutes = 5900, Trouble = (101, 5700) };
        Firings.Of(week with { Polling = minute => week.IsTrouble(minute) ? Act.IsStuck : Act.Reads })
            .Should().Equal("lag-warning after 370, over 43 later", "lag-page after 730, over 40 later");
    }

    [Fact]
    public void A_consumer_that_stalls_for_an_hour_raises_no_alarm()
    {
        var hour = new Story { Minutes = 300, Trouble = (101, 160) };
        Firings.Of(hour with { Polling = minute => hour.IsTrouble(minute) ? Act.IsStuck : Act.Reads }).Should().BeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_stopped_consumer_reports_no_lag_and_leaves_records_unread(bool fillsTheEmpty) =>
        Firings.Of(
            Day with { Polling = minute => Day.IsTrouble(minute) ? Act.IsStopped : Act.Reads },
            new() { FillsTheEmpty = fillsTheEmpty }).Should().Equal("unread after 30, over 31 later");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_stream_that_was_never_read(bool fillsTheEmpty) =>
        Firings.Of(new() { Minutes = 300, Trouble = (1, 300), Polling = _ => Act.IsStopped }, new() { FillsTheEmpty = fillsTheEmpty })
            .Should().Equal("unread after 26");

    [Fact]
    public void A_consumer_that_stops_in_a_night_with_few_records() =>
        Firings.Of(Day with
        {
            Puts = minute => minute % 7 == 0 ? 3 : 0,
            Polling = minute => Day.IsTrouble(minute) ? Act.IsStopped : Act.Reads,
        }).Should().Equal("unread after 40, over 29 later");

    [Fact]
    public void A_consumer_that_lags_and_then_stops() =>
        Firings.Of(Day with
        {
            Polling = minute => minute is > 800 and <= 1000 ? Act.IsStopped : Day.IsTrouble(minute) ? Act.IsStuck : Act.Reads,
        }).Should().Equal("lag-warning after 370, over 1 later", "unread after 730, over 31 later");

    [Fact]
    public void A_consumer_that_restarts_within_minutes_raises_no_alarm()
    {
        var restart = new Story { Minutes = 300, Trouble = (101, 120) };
        Firings.Of(restart with { Polling = minute => restart.IsTrouble(minute) ? Act.IsStopped : Act.Reads }).Should().BeEmpty();
    }

    [Fact]
    public void A_replay_of_a_day_in_ten_minutes_raises_no_alarm() =>
        Firings.Of(new() { Minutes = 2000, Trouble = (1801, 1811), Polling = minute => minute == 1801 ? Act.StartsOver : Act.Reads })
            .Should().BeEmpty();
}
