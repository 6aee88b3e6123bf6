using Nautilus.Testing;
using Nautilus.Testing.Simulation;

namespace Tests.Streaming.Scaling;

/// <summary>
/// The workflow as it is deployed, played against traffic, and compared with the rules of AWS's own sample on the same stream.
/// The report is written to <c>artifacts/scaling.md</c>.
/// </summary>
[Collection(Beside.Scaling)]
public sealed class TraceTests : IClassFixture<TraceTests.Plays>
{
    private readonly Plays _plays;

    public TraceTests(Plays plays) => _plays = plays;

    public static TheoryData<string> Names => new(Plays.All.Select(trace => trace.Name));

    public static TheoryData<string> Waves => new(Plays.Waves.Select(trace => trace.Name));

    [Theory, MemberData(nameof(Names))]
    public void A_stream_never_changes_more_than_ten_times_in_24_hours(string trace) =>
        _plays.Of(trace).Ours.ChangesInADay.Should().BeLessThanOrEqualTo(10);

    [Theory, MemberData(nameof(Names))]
    public void A_stream_never_grows_and_shrinks_within_an_hour(string trace) => _plays.Of(trace).Ours.Flaps.Should().Be(0);

    [Theory, MemberData(nameof(Waves))]
    public void A_daily_wave_loses_almost_nothing_and_costs_little_more_than_in_hindsight(string trace)
    {
        var play = _plays.Of(trace);

        play.Ours.Throttled.Should().BeLessThan(0.005);
        play.Cost(play.Ours).Should().BeLessThan(1.5);
        play.Ours.ShardHours.Should().BeLessThan(play.Sample.ShardHours);
        play.Ours.Throttled.Should().BeLessThanOrEqualTo(play.Sample.Throttled);
    }

    [Fact]
    public void A_flash_crowd_is_served_earlier_and_for_less_than_by_the_sample()
    {
        var play = _plays.Of(Traces.FlashCrowd().Name);

        play.Ours.Throttled.Should().BeLessThan(play.Sample.Throttled / 4);
        play.Ours.ShardHours.Should().BeLessThan(play.Sample.ShardHours);
    }

    [Fact]
    public void Slow_growth_is_followed_without_loss()
    {
        var play = _plays.Of(Traces.SlowGrowth().Name);

        play.Ours.Throttled.Should().Be(0);
        play.Ours.Open[^1].Should().BeGreaterThan(play.Ours.Open[0]);
        play.Ours.ShardHours.Should().BeLessThan(play.Sample.ShardHours);
    }

    [Theory]
    [InlineData("steady")]
    [InlineData("noise at a threshold")]
    [InlineData("bursts every hour")]
    public void Traffic_without_a_trend_changes_nothing(string trace) => _plays.Of(trace).Ours.Changes.Should().BeEmpty();

    [Fact]
    public void No_shard_is_removed_while_a_consumer_is_stopped() =>
        _plays.Of(Traces.DeadConsumer().Name).Ours.Changes.Should().NotContain(change => change.To < change.From);

    [Fact]
    public void Three_months_of_hours_lose_almost_nothing()
    {
        var play = _plays.Of(Traces.Quarter().Name);

        play.Ours.Throttled.Should().BeLessThan(0.005);
        play.Cost(play.Ours).Should().BeLessThan(1.55);
    }

    /// <summary>Every trace, played once.</summary>
    public sealed class Plays
    {
        internal static Trace[] Waves { get; } = [Traces.Wave(), Traces.Wave(10, 20, seed: 3, phase: 0.7)];

        internal static Trace[] All { get; } =
        [
            Traces.Steady(), .. Waves, Traces.Wave(2, 20, seed: 2, phase: 0.4), Traces.FlashCrowd(), Traces.SlowGrowth(),
            Traces.NoiseAtAThreshold(), Traces.HourlyBursts(), Traces.DeadConsumer(), Traces.Quarter(),
        ];

        private readonly Dictionary<string, Play> _plays = All.ToDictionary(trace => trace.Name, Play.Of);

        public Plays() => File.WriteAllLines(Repository.PathOf("artifacts", "scaling.md"), Report.Of(_plays.Values));

        internal Play Of(string trace) => _plays[trace];
    }
}
