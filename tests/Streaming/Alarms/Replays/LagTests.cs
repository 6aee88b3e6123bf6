using Nautilus.Testing.Replays;

namespace Tests.Streaming.Alarms.Replays;

public sealed class LagTests
{
    private static readonly Story Day = new() { Minutes = 1100, Trouble = (101, 1000) };

    [Fact]
    public void A_consumer_that_stalls_is_told_at_a_quarter_and_at_half_of_a_day() =>
        Firings.Of(Day with { Polling = minute => Day.IsTrouble(minute) ? Act.Stands : Act.Reads })
            .Should().Equal("lag-warning after 370, over 10 later", "lag-page after 730, over 8 later");

    [Fact]
    public void A_consumer_that_stalls_is_told_at_a_quarter_and_at_half_of_a_week()
    {
        var week = new Story { RetentionHours = 168, Minutes = 5900, Trouble = (101, 5700) };
        Firings.Of(week with { Polling = minute => week.IsTrouble(minute) ? Act.Stands : Act.Reads })
            .Should().Equal("lag-warning after 2530, over 28 later", "lag-page after 5050, over 10 later");
    }

    [Fact]
    public void A_consumer_that_stalls_for_an_hour_is_not_told()
    {
        var hour = new Story { Minutes = 300, Trouble = (101, 160) };
        Firings.Of(hour with { Polling = minute => hour.IsTrouble(minute) ? Act.Stands : Act.Reads }).Should().BeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_consumer_that_dies_tells_no_lag_and_leaves_records_unread(bool fillsTheEmpty) =>
        Firings.Of(Day with { Polling = minute => Day.IsTrouble(minute) ? Act.IsGone : Act.Reads }, new() { FillsTheEmpty = fillsTheEmpty })
            .Should().Equal("unread after 30, over 31 later");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nobody_has_ever_read(bool fillsTheEmpty) =>
        Firings.Of(new() { Minutes = 300, Trouble = (1, 300), Polling = _ => Act.IsGone }, new() { FillsTheEmpty = fillsTheEmpty })
            .Should().Equal("unread after 26");

    [Fact]
    public void A_consumer_that_dies_in_a_night_with_few_records() =>
        Firings.Of(Day with { Puts = minute => minute % 7 == 0 ? 3 : 0, Polling = minute => Day.IsTrouble(minute) ? Act.IsGone : Act.Reads })
            .Should().Equal("unread after 40, over 29 later");

    [Fact]
    public void A_consumer_that_lags_and_then_dies_stays_told() =>
        Firings.Of(Day with { Polling = minute => minute is > 800 and <= 1000 ? Act.IsGone : Day.IsTrouble(minute) ? Act.Stands : Act.Reads })
            .Should().Equal("lag-warning after 370, over 1 later", "unread after 730, over 31 later");

    [Fact]
    public void A_consumer_that_is_restarted_within_minutes_is_not_told()
    {
        var restart = new Story { Minutes = 300, Trouble = (101, 120) };
        Firings.Of(restart with { Polling = minute => restart.IsTrouble(minute) ? Act.IsGone : Act.Reads }).Should().BeEmpty();
    }

    [Fact]
    public void A_replay_of_a_day_in_ten_minutes_is_not_told() =>
        Firings.Of(new() { Minutes = 2000, Trouble = (1801, 1811), Polling = minute => minute == 1801 ? Act.StartsOver : Act.Reads })
            .Should().BeEmpty();
}
