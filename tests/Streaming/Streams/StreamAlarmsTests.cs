using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Nautilus.Access;
using Nautilus.Alarms;
using Nautilus.Streams;
using Nautilus.Testing.Synth;
using static Tests.Streaming.Streams.OperatedStream;

namespace Tests.Streaming.Streams;

public sealed class StreamAlarmsTests
{
    private static readonly string[] OfEveryStream =
        ["clicks-lag-page", "clicks-lag-warning", "clicks-reads-throttled", "clicks-records-failed", "clicks-records-throttled", "clicks-unread", "clicks-writes-throttled"];

    [Fact]
    public void The_sensible_set_of_a_provisioned_stream_looks_for_hot_shards() =>
        AlarmsOf(Synthesize(stream => stream.AlarmWhenInTrouble())).Keys.Should().BeEquivalentTo([.. OfEveryStream, "clicks-hot-shard", "clicks-hot-shard-records"]);

    [Fact]
    public void One_shard_can_not_be_hotter_than_the_others() =>
        AlarmsOf(Synthesize(stream => stream.AlarmWhenInTrouble(), Clicks with { Capacity = Capacity.Provisioned(1) })).Keys
            .Should().BeEquivalentTo(OfEveryStream);

    [Fact]
    public void The_sensible_set_of_an_on_demand_stream_minds_the_limit_of_the_account() =>
        AlarmsOf(Synthesize(stream => stream.AlarmWhenInTrouble(), Clicks with { Capacity = Capacity.OnDemand })).Keys
            .Should().BeEquivalentTo([.. OfEveryStream, "clicks-on-demand-limit"]);

    [Theory]
    [InlineData(24, 6, 12)]
    [InlineData(168, 42, 84)]
    public void Lag_is_measured_by_the_retention_of_the_stream(int retention, int warning, int page)
    {
        var alarms = AlarmsOf(Synthesize(stream => stream.AlarmWhenConsumersLag(), Clicks with { Retention = TimeSpan.FromHours(retention) }));

        ((double)alarms["clicks-lag-warning"]["threshold"]!).Should().Be(TimeSpan.FromHours(warning).TotalMilliseconds);
        ((double)alarms["clicks-lag-page"]["threshold"]!).Should().Be(TimeSpan.FromHours(page).TotalMilliseconds);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_consumer_has_alarms_of_its_own_whenever_it_comes(bool before)
    {
        var alarms = AlarmsOf(Synthesize(stream =>
        {
            if (before)
                stream.AddConsumer("analytics");
            stream.AlarmWhenInTrouble();
            if (!before)
                stream.AddConsumer("analytics");
        }));

        alarms.Keys.Should().Contain(["clicks/analytics-lag-warning", "clicks/analytics-lag-page", "clicks/analytics-unread"]);
        Expression(alarms["clicks-unread"]).Should().Be("IF((incoming > 0) AND (0 * incoming + polls + consumer1 == 0), 1, 0)");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Scaling_has_alarms_of_its_own_whenever_it_comes(bool before)
    {
        var alarms = AlarmsOf(Synthesize(stream =>
        {
            if (before)
                stream.ScaleWithTraffic(1, 8);
            stream.AlarmWhenInTrouble();
            if (!before)
                stream.ScaleWithTraffic(1, 8);
        }));

        alarms.Keys.Should().BeEquivalentTo([.. OfEveryStream, "clicks-hot-shard", "clicks-hot-shard-records", "clicks-scaling-failed", "clicks-scaling-silent", "clicks-at-most-shards"]);
        Expression(alarms["clicks-hot-shard"]).Should().Contain("SUM(each) / AVG(each)", "the shards change, and their number is asked for");
    }

    [Fact]
    public void Alarms_go_to_a_topic_of_the_stack_unless_told_otherwise() => Synthesize(stream =>
    {
        stream.AlarmWhenConsumersLag();
        stream.AlarmWhenUnread();
    }).Should().HaveResource("aws_cloudwatch_metric_alarm.stream_unread_DC68FD51", new
    {
        alarm_actions = new[] { "${aws_sns_topic.alarms.arn}" },
        ok_actions = new[] { "${aws_sns_topic.alarms.arn}" },
    });

    [Fact]
    public void What_can_not_wait_for_the_morning_goes_where_it_wakes_somebody()
    {
        const string mail = "arn:aws:sns:us-east-1:111122223333:mail", pager = "arn:aws:sns:us-east-1:111122223333:pager";
        var alarms = AlarmsOf(Testing.SynthScope(stack => new DataStream(stack, "stream", Clicks).AlarmWhenInTrouble(new()
        {
            Topic = AlarmTopic.FromArn(stack, "mail", mail),
            PageTopic = AlarmTopic.FromArn(stack, "pager", pager),
        })));

        alarms.Where(alarm => (string)alarm.Value["alarm_actions"]![0]! == pager).Select(alarm => alarm.Key)
            .Should().BeEquivalentTo("clicks-lag-page", "clicks-unread", "clicks-records-throttled");
        alarms.Values.Select(alarm => (string)alarm["alarm_actions"]![0]!).Should().OnlyContain(arn => arn == mail || arn == pager);
    }

    [Fact]
    public void Thresholds_are_the_users()
    {
        var alarms = AlarmsOf(Synthesize(stream => stream.AlarmWhenInTrouble(new()
        {
            LagWarning = 0.1, LagPage = 0.2, ThrottledWrites = 0.005, ThrottledReads = 0.5, FailedRecords = 0.02, ThrottledRecords = 0.03, HotShard = 1.5,
        })));

        alarms.ToDictionary(alarm => alarm.Key, alarm => (double)alarm.Value["threshold"]!).Should().BeEquivalentTo(new Dictionary<string, double>
        {
            ["clicks-lag-warning"] = 60_480_000,
            ["clicks-lag-page"] = 120_960_000,
            ["clicks-writes-throttled"] = 0.5,
            ["clicks-reads-throttled"] = 50,
            ["clicks-records-failed"] = 2,
            ["clicks-records-throttled"] = 3,
            ["clicks-unread"] = 1,
            ["clicks-hot-shard"] = 70,
            ["clicks-hot-shard-records"] = 70,
        });
        Expression(alarms["clicks-hot-shard"]).Should().Contain("* (2 - 1) > 1.5 *");
    }

    [Fact]
    public void A_stream_that_is_not_managed_here_is_watched_by_the_retention_that_is_told() =>
        AlarmsOf(Testing.SynthScope(stack => DataStream.FromName(stack, "legacy", "legacy").AlarmWhenInTrouble(new() { Retention = TimeSpan.FromDays(2) })))
            ["legacy-lag-page"]["threshold"]!.GetValue<double>().Should().Be(TimeSpan.FromDays(1).TotalMilliseconds);

    [Fact]
    public void A_stream_that_is_not_managed_here_tells_no_retention() =>
        Rejecting(stream => DataStream.FromName(TerraformStack.Of(stream), "legacy", "legacy").AlarmWhenInTrouble()).Should().Be(
            "stream 'legacy': it is not managed here, so its retention must be given to alarm on lag: Retention = TimeSpan.FromHours(24)");

    [Fact]
    public void Thresholds_that_can_not_be_are_rejected_all_at_once() =>
        Rejecting(stream => stream.AlarmWhenInTrouble(new() { LagWarning = 0.5, LagPage = 0.25, ThrottledWrites = 0, HotShard = 1, OnDemandLimit = 0, OnDemandShare = 80 })).Should().Be(
            "stream 'clicks': alarms must warn before they page, got 0.5 and 0.25 of the retention; throttled writes must be a share above 0 and at most 1, got 0; " +
            "an on-demand stream's traffic must be a share above 0 and at most 1, got 80; a shard must be hot by carrying more than the mean, got 1 times the mean; " +
            "the account's limit must be above 0 MB a second, got 0");

    [Fact]
    public void A_hot_shard_is_found_by_what_comes_into_shards() =>
        Rejecting(stream => stream.AlarmWhenAShardIsHot(), Clicks with { ShardMetrics = [ShardMetric.OutgoingBytes] }).Should().Be(
            "stream 'clicks': to find a hot shard, ShardMetrics must have IncomingBytes or IncomingRecords, got OutgoingBytes");

    [Fact]
    public void An_on_demand_stream_has_no_hot_shard() =>
        Rejecting(stream => stream.AlarmWhenAShardIsHot(), Clicks with { Capacity = Capacity.OnDemand }).Should().Be(
            "stream 'clicks': only a provisioned stream can have a hot shard: AWS splits those of an on-demand stream");

    [Fact]
    public void A_provisioned_stream_has_no_limit_of_the_account() =>
        Rejecting(stream => stream.AlarmNearTheAccountLimit()).Should().Be(
            "stream 'clicks': the account's limit is one of on-demand streams, and this one is provisioned");

    [Fact]
    public void An_alarm_is_asked_for_once() =>
        Rejecting(stream =>
        {
            stream.AlarmWhenInTrouble();
            stream.AlarmWhenUnread();
        }).Should().Be("alarm 'clicks-unread': it must be asked for once, got it twice");

    [Fact]
    public void What_was_asked_for_by_itself_stays_as_it_is()
    {
        var alarms = AlarmsOf(Synthesize(stream =>
        {
            stream.AlarmWhenConsumersLag(new() { LagWarning = 0.1 });
            stream.AlarmWhenInTrouble(new() { Unread = false });
        }));

        ((double)alarms["clicks-lag-warning"]["threshold"]!).Should().Be(TimeSpan.FromHours(16.8).TotalMilliseconds);
        alarms.Keys.Should().NotContain("clicks-unread").And.Contain("clicks-writes-throttled");
    }

    [Fact]
    public void A_consumer_that_was_asked_for_by_itself_stays_as_it_is_too()
    {
        var alarms = AlarmsOf(Synthesize(stream =>
        {
            stream.AddConsumer("analytics").AlarmWhenLagging(new() { LagWarning = 0.1 });
            stream.AlarmWhenInTrouble();
        }));

        ((double)alarms["clicks/analytics-lag-warning"]["threshold"]!).Should().Be(TimeSpan.FromHours(16.8).TotalMilliseconds);
    }

    [Fact]
    public void A_stream_knows_its_own_retention_better_than_the_settings() =>
        ((double)AlarmsOf(Synthesize(stream => stream.AlarmWhenInTrouble(new() { Retention = TimeSpan.FromDays(365) })))["clicks-lag-page"]["threshold"]!)
            .Should().Be(TimeSpan.FromHours(84).TotalMilliseconds);

    [Fact]
    public void A_consumer_that_registers_itself_is_watched_too()
    {
        var synthesized = Synthesize(stream =>
        {
            stream.ScaleWithTraffic(1, 8);
            stream.AlarmWhenInTrouble();
            stream.GrantKclWithFanOut(new ServiceRole(stream, "kcl", Caller.EcsTask, stream), "counter");
        });

        Expression(AlarmsOf(synthesized)["clicks-unread"]).Should().Contain("consumer1");
        ((string)JsonNode.Parse(synthesized)!["resource"]!["aws_scheduler_schedule"]!.AsObject().Single().Value!["target"]!["input"]!).Should().Contain("counter");
    }

    [Fact]
    public void One_shard_is_not_compared_with_itself() =>
        Rejecting(stream => stream.AlarmWhenAShardIsHot(), Clicks with { Capacity = Capacity.Provisioned(1) }).Should().Be(
            "stream 'clicks': a hot shard is one of several, got a stream of 1 shard");

    [Fact]
    public void Alarms_without_a_topic_do_not_take_something_else_for_one() =>
        Rejecting(stream =>
        {
            new Constructs.Construct(TerraformStack.Of(stream), "alarms");
            stream.AlarmWhenUnread();
        }).Should().Be("stack 'stack': alarms that are given no topic go to the stack's own, 'alarms', but something else has that id; give them a Topic");

    [Fact]
    public void An_alarm_whose_name_would_be_too_long_is_rejected() =>
        Rejecting(stream =>
        {
            stream.AddConsumer(new string('c', 120)).AlarmWhenLagging();
        }, Clicks with { Name = new string('s', 128) }).Should().EndWith(": name must have 255 characters at most, got 261");
}
