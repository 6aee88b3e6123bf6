using static Tests.Streaming.Scaling.WorkflowRuns;

namespace Tests.Streaming.Scaling;

/// <summary>
/// Runs on a stream that refuses records although it is not full: the keys are uneven. CloudWatch counts only accepted records as traffic:
/// https://docs.aws.amazon.com/streams/latest/dev/monitoring-with-cloudwatch.html
/// </summary>
public sealed class WorkflowRefusedRecordsTests
{
    [Fact]
    public void Refused_records_add_shards_long_before_the_mean_is_full() =>
        AfterRefusals(shards: 16, megabytes: 9, share: 0.01).Should().Be(20);

    [Fact]
    public void Many_refused_records_double_the_shards() => AfterRefusals(shards: 16, megabytes: 9, share: 0.08).Should().Be(32);

    [Fact]
    public void A_few_refused_records_change_nothing() => AfterRefusals(shards: 16, megabytes: 11, share: 0.002).Should().Be(16);

    [Fact]
    public void One_busy_key_of_an_idle_stream_changes_nothing() => AfterRefusals(shards: 16, megabytes: 3, share: 0.2).Should().Be(16);

    [Fact]
    public void Refusals_from_before_the_last_change_change_nothing() =>
        AfterRefusals(shards: 16, megabytes: 9, share: 0.01, changedAt: 64).Should().Be(16);

    [Fact]
    public void A_day_later_shards_are_added_before_records_are_refused_again()
    {
        var aws = Hour(shards: 16, megabytes: 9.5, start: 600);
        aws.CloudWatch.Put("RefusedAt", 100, 60);

        Run(aws);
        aws.Stream.Open.Should().BeGreaterThan(16);
    }

    [Fact]
    public void No_shard_is_removed_that_the_keys_need()
    {
        var free = Hour(shards: 16, megabytes: 6.5, start: 600);
        Run(free);
        free.Stream.Open.Should().BeLessThan(16);

        var uneven = Hour(shards: 16, megabytes: 6.5, start: 600);
        uneven.CloudWatch.Put("RefusedAt", 100, 55);
        Run(uneven);
        uneven.Stream.Open.Should().Be(16);
    }

    private static int AfterRefusals(int shards, double megabytes, double share, int? changedAt = null)
    {
        var aws = Hour(shards, megabytes);
        for (var minute = 50; minute < 70; minute++)
            aws.CloudWatch.Put("WriteProvisionedThroughputExceeded", minute, megabytes * 60e6 / 2000 * share / (1 - share));
        if (changedAt is { } time)
            aws.CloudWatch.Put("ScaledUp", time, 1);
        Run(aws).Succeeded.Should().BeTrue();
        return aws.Stream.Open;
    }
}
