using Nautilus.Testing;
using Nautilus.Testing.Simulation;

namespace Tests.Streaming.Scaling;

/// <summary>
/// The workflow as it is deployed, on traffic whose keys a hash spreads over the shards. The report is written to
/// <c>artifacts/scaling-keys.md</c>.
/// </summary>
[Collection(Beside.Scaling)]
public sealed class KeyedTraceTests : IClassFixture<KeyedTraceTests.Plays>
{
    private readonly Plays _plays;

    public KeyedTraceTests(Plays plays) => _plays = plays;

    public static TheoryData<string> Names => new(Plays.All.Select(trace => trace.Name));

    public static TheoryData<string> Even => new(Plays.Even.Select(trace => trace.Name));

    [Theory, MemberData(nameof(Names))]
    public void A_stream_never_changes_more_than_ten_times_in_24_hours(string trace) =>
        _plays.Of(trace).Ours.ChangesInADay.Should().BeLessThanOrEqualTo(10);

    [Theory, MemberData(nameof(Names))]
    public void A_stream_refuses_no_more_than_under_the_rules_of_the_sample(string trace) =>
        _plays.Of(trace).Ours.Throttled.Should().BeLessThanOrEqualTo(_plays.Of(trace).Sample.Throttled + 0.001);

    [Theory, MemberData(nameof(Even))]
    public void With_many_equal_keys_a_daily_wave_loses_almost_nothing_and_costs_little_more_than_in_hindsight(string trace)
    {
        var play = _plays.Of(trace);

        play.Ours.Throttled.Should().BeLessThan(0.005);
        play.Cost(play.Ours).Should().BeLessThan(1.45);
    }

    /// <summary>Every trace, played once.</summary>
    public sealed class Plays
    {
        internal static Trace[] Even { get; } =
        [
            .. from shards in new[] { 4, 16, 64, 500 }
               from keys in new[] { 1_000, 100_000 }
               select Traces.Keyed(shards, keys),
        ];

        internal static Trace[] All { get; } =
            
        [
            .. Even, Traces.Keyed(500, 10_000), .. new[] { 4, 16, 64, 500 }.Select(shards => Traces.Keyed(shards, 100)),
            Traces.Keyed(64, 10_000, exponent: 0.8),
        ];

        private readonly Dictionary<string, Play> _plays = All.ToDictionary(trace => trace.Name, Play.Of);

        public Plays() => File.WriteAllLines(Repository.PathOf("artifacts", "scaling-keys.md"), Report.Of(_plays.Values));

        internal Play Of(string trace) => _plays[trace];
    }
}
