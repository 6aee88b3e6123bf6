namespace Nautilus.Tests.Alarming.Replays;

public sealed class LagTests
{
    private static readonly (int, int) Stall = (101, 1000);

    [Fact]
    public void A_consumer_that_stalls_on_a_day_of_retention() => Firings.Of(new Story
    {
        Minutes = 1100,
        Trouble = Stall,
        Polling = minute => minute is >= 101 and <= 1000 ? Act.Stands : Act.Reads,
    }).Should().Equal("x");

    [Fact]
    public void A_consumer_that_stalls_on_a_week_of_retention() => Firings.Of(new Story
    {
        RetentionHours = 168,
        Minutes = 6000,
        Trouble = (101, 5700),
        Polling = minute => minute is >= 101 and <= 5700 ? Act.Stands : Act.Reads,
    }).Should().Equal("x");

    [Fact]
    public void A_consumer_that_dies() => Firings.Of(new Story
    {
        Minutes = 3000,
        Trouble = (101, 600),
        Polling = minute => minute is >= 101 and <= 600 ? Act.IsGone : Act.Reads,
    }).Should().Equal("x");

    [Fact]
    public void A_replay_of_a_day_in_ten_minutes() => Firings.Of(new Story
    {
        Minutes = 2000,
        Trouble = (1801, 1811),
        Polling = minute => minute == 1801 ? Act.StartsOver : Act.Reads,
    }).Should().Equal("x");
}
