using Nautilus.Testing.CloudWatch;
using Nautilus.Testing.Replays;

namespace Tests.Streaming.Alarms.Replays;

/// <summary>Days without trouble, on streams of several kinds, with metrics that arrive in time and late: no alarm goes off.</summary>
[Collection(Beside.Replays)]
public sealed class QuietTests
{
    private static readonly Story[] Kinds =
    [
        new() { Minutes = 2 * 1440, Shards = 1 },
        new() { Minutes = 2 * 1440, Shards = 4, Consumers = ["analytics"] },
        new() { Minutes = 2 * 1440, IsOnDemand = true },
        new() { Minutes = 2 * 1440, Shards = 4, ScaledTo = 8 },
    ];

    public static TheoryData<int, bool, int> Cases
    {
        get
        {
            var cases = new TheoryData<int, bool, int>();
            for (var kind = 0; kind < Kinds.Length; kind++)
                foreach (var reportsZero in new[] { false, true })
                    cases.Add(kind, reportsZero, reportsZero ? 0 : kind);
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_night_with_few_records(int kind, bool reportsZero, int late) =>
        Quiet(Kinds[kind] with { Puts = minute => minute % 7 == 0 ? 3 : 0, ReportsZero = reportsZero }, late);

    [Theory, MemberData(nameof(Cases))]
    public void A_day_that_rises_to_nine_tenths_of_the_capacity(int kind, bool reportsZero, int late) => Quiet(
        Kinds[kind] with
        {
            Puts = minute => Kinds[kind].Shards * 60_000 * (0.5 + 0.4 * Math.Sin(minute * Math.Tau / 1440)),
            ReportsZero = reportsZero,
        },
        late);

    [Theory, MemberData(nameof(Cases))]
    public void Consumers_that_wait_for_a_first_record(int kind, bool reportsZero, int late) =>
        Quiet(Kinds[kind] with { Puts = minute => minute < 1000 ? 0 : 24_000, ReportsZero = reportsZero }, late);

    [Theory, MemberData(nameof(Cases))]
    public void No_traffic_and_consumers(int kind, bool reportsZero, int late) =>
        Quiet(Kinds[kind] with { Puts = _ => 0, ReportsZero = reportsZero }, late);

    [Fact]
    public void Neither_traffic_nor_consumers() =>
        Firings.Of(new() { Minutes = 2 * 1440, Puts = _ => 0, Polling = _ => Act.IsStopped }).Should().BeEmpty();

    [Fact]
    public void A_consumer_that_starts_a_few_minutes_after_the_first_record() => Firings.Of(new()
    {
        Minutes = 1440,
        Puts = minute => minute < 600 ? 0 : 24_000,
        Polling = minute => minute < 610 ? Act.IsStopped : Act.Reads,
    }).Should().BeEmpty();

    [Fact]
    public void After_a_quiet_day_every_alarm_that_has_data_is_OK() =>
        Firings.LastStates(Kinds[1]).Should().OnlyContain(state => state == AlarmState.OK).And.HaveCountGreaterThan(8);

    private static void Quiet(Story story, int minutesLate) =>
        Firings.Of(story, new() { MinutesLate = minutesLate }).Should().BeEmpty();
}
