using Nautilus.Testing.Replays;

namespace Tests.Streaming.Alarms.Replays;

/// <summary>A shard accepts 60,000 records of 1 KB a minute.</summary>
[Collection(Beside.Replays)]
public sealed class HotShardTests
{
    private static readonly Story Hour = new() { Minutes = 180, Trouble = (61, 120) };

    [Fact]
    public void A_shard_with_three_times_its_share_and_three_quarters_of_its_limit() =>
        Firings.Of(Hot(Hour, 60_000, 0.75)).Should().Equal("hot-shard after 10, over 6 later");

    [Fact]
    public void A_hot_shard_that_rejects_records() => Firings.Of(Hot(Hour, 100_000, 0.75)).Should().Equal(
        "records-throttled after 3, over 3 later", "writes-throttled after 5, over 6 later", "hot-shard after 10, over 6 later");

    [Fact]
    public void A_hot_shard_among_three() =>
        Firings.Of(Hot(Hour with { Shards = 3 }, 60_000, 0.75)).Should().Equal("hot-shard after 10, over 6 later");

    [Fact]
    public void A_hot_shard_of_two() =>
        Firings.Of(Hot(Hour with { Shards = 2 }, 60_000, 0.95)).Should().Equal("hot-shard after 10, over 6 later");

    [Fact]
    public void A_shard_with_almost_all_of_little_traffic_raises_no_alarm() => Firings.Of(Hot(Hour, 24_000, 0.97)).Should().BeEmpty();

    [Fact]
    public void Shards_that_are_equally_full_are_not_hot() => Firings.Of(Hot(Hour, 200_000, 0.25)).Should().BeEmpty();

    [Fact]
    public void Eight_hot_minutes_raise_no_alarm() => Firings.Of(Hot(Hour with { Trouble = (61, 68) }, 60_000, 0.75)).Should().BeEmpty();

    private static Story Hot(Story story, double records, double share) => story with
    {
        Puts = _ => records,
        FirstShard = minute => story.IsTrouble(minute) ? share : 1.0 / story.Shards,
    };
}
