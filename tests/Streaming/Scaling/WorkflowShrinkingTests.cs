using static Tests.Streaming.Scaling.WorkflowRuns;

namespace Tests.Streaming.Scaling;

/// <summary>Runs of the workflow that could remove shards.</summary>
public sealed class WorkflowShrinkingTests
{
    [Fact]
    public void A_stream_that_is_too_large_loses_at_most_half() => After(shards: 16, megabytes: 1).Open.Should().Be(8);

    [Fact]
    public void A_stream_without_traffic_shrinks_too() => After(shards: 16, megabytes: 0).Open.Should().Be(8);

    [Fact]
    public void A_stream_does_not_shrink_below_its_minimum() => After(shards: 16, megabytes: 1, min: 12).Open.Should().Be(12);

    [Fact]
    public void No_shard_is_removed_while_consumers_are_behind() => After(shards: 16, megabytes: 1, lag: 600_000).Open.Should().Be(16);

    [Fact]
    public void No_shard_above_the_maximum_is_removed_while_consumers_are_behind() =>
        After(shards: 16, megabytes: 8, max: 10, lag: 600_000).Open.Should().Be(16);

    [Fact]
    public void No_shard_is_removed_that_growing_traffic_will_need()
    {
        var aws = Hour(shards: 16, megabytes: 0);
        for (var minute = 0; minute < 70; minute++)
            aws.CloudWatch.Put("IncomingBytes", minute, (1 + (minute * 0.12)) * 60e6);

        Run(aws);
        aws.Stream.Open.Should().Be(16);
    }

    [Fact]
    public void No_shard_is_removed_that_the_last_hour_has_used()
    {
        var aws = Hour(shards: 16, megabytes: 1);
        for (var minute = 20; minute < 25; minute++)
            aws.CloudWatch.Put("IncomingBytes", minute, 12 * 60e6);

        Run(aws);
        aws.Stream.Open.Should().Be(16);
    }

    [Fact]
    public void No_shard_is_removed_while_a_fan_out_consumer_is_behind()
    {
        var aws = Hour(shards: 16, megabytes: 1);
        for (var minute = 0; minute < 70; minute++)
            aws.CloudWatch.Put("SubscribeToShardEvent.MillisBehindLatest/analytics", minute, 600_000);

        Run(aws, 1, 64, "analytics").Succeeded.Should().BeTrue();
        aws.Stream.Open.Should().Be(16);
    }

    [Fact]
    public void A_stream_whose_consumers_report_nothing_shrinks_by_a_quarter_at_a_time() =>
        After(shards: 16, megabytes: 1, lag: null).Open.Should().Be(12);

    [Fact]
    public void No_shard_is_removed_in_the_first_hour() => After(shards: 16, megabytes: 1, looking: 40).Open.Should().Be(16);

    [Fact]
    public void No_shard_is_removed_in_the_hour_after_a_change()
    {
        var aws = Hour(shards: 16, megabytes: 1);
        aws.CloudWatch.Put("ScaledUp", 40, 1);

        Run(aws);
        aws.Stream.Open.Should().Be(16);
    }

    [Fact]
    public void The_last_changes_of_a_day_are_kept_for_growth()
    {
        var aws = Hour(shards: 16, megabytes: 1, start: 600);
        for (var change = 0; change < 8; change++)
            aws.CloudWatch.Put("ScaledUp", 10 * change, 1);
        Run(aws);
        aws.Stream.Open.Should().Be(16);

        var busy = Hour(shards: 16, megabytes: 17, start: 600);
        for (var change = 0; change < 9; change++)
            busy.CloudWatch.Put("ScaledUp", 10 * change, 1);
        Run(busy);
        busy.Stream.Open.Should().Be(32);
    }
}
