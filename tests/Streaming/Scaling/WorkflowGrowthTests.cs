using static Tests.Streaming.Scaling.WorkflowRuns;

namespace Tests.Streaming.Scaling;

/// <summary>Runs of the workflow that add shards, or keep a stream within its bounds.</summary>
public sealed class WorkflowGrowthTests
{
    [Fact]
    public void A_full_stream_is_doubled() => After(shards: 4, megabytes: 5).Open.Should().Be(8);

    [Fact]
    public void A_busy_stream_grows_by_quarters() => After(shards: 8, megabytes: 6.6).Open.Should().Be(10);

    [Fact]
    public void Records_count_like_bytes() => After(shards: 4, megabytes: 0.5, recordBytes: 125).Open.Should().Be(8);

    [Fact]
    public void A_stream_does_not_grow_above_its_maximum() => After(shards: 4, megabytes: 5, max: 6).Open.Should().Be(6);

    [Fact]
    public void A_stream_at_its_maximum_stays() => After(shards: 6, megabytes: 7, max: 6).Open.Should().Be(6);

    [Theory]
    [InlineData(4, 8, 16, 8)]
    [InlineData(2, 8, 16, 4)]
    [InlineData(16, 1, 10, 10)]
    [InlineData(40, 1, 10, 20)]
    public void A_stream_out_of_its_bounds_returns_in_steps(int shards, int min, int max, int then) =>
        After(shards, megabytes: 0.5 * shards, min: min, max: max).Open.Should().Be(then);

    [Fact]
    public void A_stream_can_grow_in_its_first_minutes() => After(shards: 4, megabytes: 5, looking: 0).Open.Should().Be(8);
}
