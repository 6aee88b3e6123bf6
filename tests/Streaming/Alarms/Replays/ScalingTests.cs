using Nautilus.Testing.Replays;

namespace Tests.Streaming.Alarms.Replays;

[Collection(Beside.Replays)]
public sealed class ScalingTests
{
    private static readonly Story Hour = new() { Minutes = 180, Trouble = (61, 120), ScaledTo = 8 };

    [Fact]
    public void A_workflow_that_fails() =>
        Firings.Of(Hour with { Utilisation = minute => Hour.IsTrouble(minute) ? null : 10 })
            .Should().Equal("scaling-failed after 5, over 6 later", "scaling-silent after 10, over 6 later");

    [Fact]
    public void A_workflow_that_fails_sometimes_raises_no_alarm() =>
        Firings.Of(Hour with { Utilisation = minute => minute % 3 == 0 ? null : 10 }).Should().BeEmpty();

    [Fact]
    public void A_full_stream_with_no_shards_to_add() =>
        Firings.Of(Hour with { Shards = 8, Utilisation = minute => Hour.IsTrouble(minute) ? 95 : 60 })
            .Should().Equal("at-most-shards after 10, over 6 later");

    [Fact]
    public void A_full_stream_with_shards_to_add_raises_no_alarm() => Firings.Of(Hour with { Utilisation = _ => 95 }).Should().BeEmpty();

    [Fact]
    public void A_hot_shard_of_a_scaled_stream() => Firings.Of(Hour with
    {
        Puts = _ => 60_000,
        FirstShard = minute => Hour.IsTrouble(minute) ? 0.75 : 0.25,
    }).Should().Equal("hot-shard after 10, over 6 later");
}
