using HashiCorp.Cdktf;
using Nautilus.Streams;
using static Tests.Streaming.Streams.OperatedStream;

namespace Tests.Streaming.Streams;

/// <summary>Alarms that a stream can't have.</summary>
public sealed class RejectedStreamAlarmsTests
{
    [Fact]
    public void The_set_of_alarms_is_asked_for_once() => Rejecting(stream =>
    {
        stream.AlarmWhenInTrouble();
        stream.AlarmWhenInTrouble(new() { LagWarning = 0.1 });
    }).Should().Be("stream 'clicks': its set of alarms must be asked for once, got it twice");

    [Fact]
    public void Lag_is_not_measured_without_a_retention() =>
        Rejecting(stream => DataStream.FromName(TerraformStack.Of(stream), "legacy", "legacy").AlarmWhenInTrouble()).Should().Be(
            "stream 'legacy': Retention must be given to alarm on the lag of a stream that another stack manages, got none; "
            + "set it, for instance to TimeSpan.FromHours(24)");

    [Fact]
    public void Impossible_thresholds_are_rejected_all_at_once() => Rejecting(stream => stream.AlarmWhenInTrouble(new()
    {
        LagWarning = 0.5, LagPage = 0.25, ThrottledWrites = 0, HotShard = 1, OnDemandLimit = 0, OnDemandShare = 80,
    })).Should().Be(
        "stream 'clicks': the lag of a warning must be below that of a page, got 0.5 and 0.25 of the retention; "
        + "throttled writes must be a share above 0 and at most 1, got 0; "
        + "an on-demand stream's traffic must be a share above 0 and at most 1, got 80; "
        + "a hot shard must carry more than the mean of the others, got 1 times; "
        + "the limit of an on-demand stream must be 1 MB a second or more, got 0");

    [Fact]
    public void A_hot_shard_is_not_found_without_metrics_of_incoming_traffic() =>
        Rejecting(stream => stream.AlarmWhenAShardIsHot(), Clicks with { ShardMetrics = [ShardMetric.OutgoingBytes] }).Should().Be(
            "stream 'clicks': ShardMetrics must have IncomingBytes or IncomingRecords to find a hot shard, got OutgoingBytes");

    [Fact]
    public void An_on_demand_stream_has_no_hot_shard() =>
        Rejecting(stream => stream.AlarmWhenAShardIsHot(), Clicks with { Capacity = Capacity.OnDemand }).Should().Be(
            "stream 'clicks': it must be provisioned to have a hot shard, because AWS splits the shards of one on demand; "
            + "got one on demand");

    [Fact]
    public void One_shard_is_not_compared_with_itself() =>
        Rejected.AtSynth(() => Synthesize(stream => stream.AlarmWhenAShardIsHot(), Clicks with { Capacity = Capacity.Provisioned(1) }))
            .Should().Be("stream 'clicks': it must have several shards to have a hot one, got 1 shard");

    [Fact]
    public void One_shard_that_scaling_adds_others_to_can_be_hot()
    {
        var alarms = AlarmsOf(Synthesize(
            stream =>
            {
                stream.AlarmWhenAShardIsHot();
                stream.ScaleWithTraffic(1, 8);
            },
            Clicks with { Capacity = Capacity.Provisioned(1) }));

        alarms.Keys.Should().BeEquivalentTo("clicks-hot-shard", "clicks-hot-shard-records");
    }

    [Fact]
    public void A_provisioned_stream_does_not_have_the_limit_of_the_account() =>
        Rejecting(stream => stream.AlarmNearTheAccountLimit()).Should().Be(
            "stream 'clicks': it must be on-demand to have the limit of the account, got a provisioned stream");

    [Fact]
    public void Alarms_without_a_topic_do_not_use_another_construct_as_one() =>
        Rejecting(stream =>
        {
            new Constructs.Construct(TerraformStack.Of(stream), "alarms");
            stream.AlarmWhenUnread();
        }).Should().Be(
            "stack 'stack': alarms without a topic use the topic 'alarms' of the stack, but another construct has that id; set Topic");

    [Fact]
    public void An_alarm_whose_name_would_be_too_long_is_rejected() =>
        Rejecting(stream => stream.AddConsumer(new string('c', 120)).AlarmWhenLagging(), Clicks with { Name = new string('s', 128) })
            .Should().EndWith(": the length of its name must be 255 or less, got 261");

    [Fact]
    public void An_alarm_is_asked_for_by_itself_only_once() =>
        Rejecting(stream =>
        {
            stream.AlarmWhenUnread();
            stream.AlarmWhenUnread();
        }).Should().Be("alarm 'clicks-unread': it must be asked for once, got it twice");
}
