using HashiCorp.Cdktf;
using Nautilus.Alarms;
using Nautilus.Streams;
using Nautilus.Testing.Synth;
using static Tests.Streaming.Streams.OperatedStream;

namespace Tests.Streaming.Streams;

/// <summary>When the alarms of a stream go off, and where they are sent.</summary>
public sealed class StreamAlarmSettingsTests
{
    private static readonly TimeSpan Days = TimeSpan.FromDays(10);

    [Theory]
    [InlineData(24, 6, 12)]
    [InlineData(168, 6, 12)]
    public void Lag_is_measured_by_the_retention_of_the_stream_and_by_the_longest_lag(int retention, int warning, int page)
    {
        var props = Clicks with { Retention = TimeSpan.FromHours(retention) };
        var alarms = AlarmsOf(Synthesize(stream => stream.AlarmWhenConsumersLag(), props));

        ((double)alarms["clicks-lag-warning"]["threshold"]!).Should().Be(TimeSpan.FromHours(warning).TotalMilliseconds);
        ((double)alarms["clicks-lag-page"]["threshold"]!).Should().Be(TimeSpan.FromHours(page).TotalMilliseconds);
    }

    [Fact]
    public void Alarms_without_a_topic_are_sent_to_the_topic_of_the_stack() => Synthesize(stream =>
    {
        stream.AlarmWhenConsumersLag();
        stream.AlarmWhenUnread();
    }).Should().HaveResource("aws_cloudwatch_metric_alarm.stream_unread_DC68FD51", new
    {
        alarm_actions = new[] { "${aws_sns_topic.alarms.arn}" },
        ok_actions = new[] { "${aws_sns_topic.alarms.arn}" },
    });

    [Fact]
    public void Alarms_that_can_not_wait_for_the_morning_are_sent_to_the_page_topic()
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
            LagWarning = 0.1,
            LagPage = 0.2,
            MaxLag = Days,
            ThrottledWrites = 0.005,
            ThrottledReads = 0.5,
            FailedRecords = 0.02,
            ThrottledRecords = 0.03,
            HotShard = 1.5,
        })));

        alarms.ToDictionary(alarm => alarm.Key, alarm => (double)alarm.Value["threshold"]!).Should().BeEquivalentTo(
            new Dictionary<string, double>
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
    public void The_lag_of_a_stream_that_another_stack_manages_is_measured_by_the_given_retention()
    {
        var alarms = AlarmsOf(Testing.SynthScope(stack =>
            DataStream.FromName(stack, "legacy", "legacy").AlarmWhenInTrouble(new() { Retention = TimeSpan.FromDays(2), MaxLag = Days })));

        ((double)alarms["legacy-lag-page"]["threshold"]!).Should().Be(TimeSpan.FromDays(1).TotalMilliseconds);
    }

    [Fact]
    public void The_retention_of_a_stream_overrides_that_of_the_settings()
    {
        var settings = new AlarmSettings { Retention = TimeSpan.FromDays(365), MaxLag = Days };
        var alarms = AlarmsOf(Synthesize(stream => stream.AlarmWhenInTrouble(settings)));

        ((double)alarms["clicks-lag-page"]["threshold"]!).Should().Be(TimeSpan.FromHours(84).TotalMilliseconds);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_alarm_that_is_asked_for_by_itself_keeps_its_settings(bool before)
    {
        var alarms = AlarmsOf(Synthesize(stream =>
        {
            if (before)
                stream.AlarmWhenConsumersLag(new() { LagWarning = 0.1, MaxLag = Days });
            stream.AlarmWhenInTrouble(new() { Unread = false });
            if (!before)
                stream.AlarmWhenConsumersLag(new() { LagWarning = 0.1, MaxLag = Days });
        }));

        ((double)alarms["clicks-lag-warning"]["threshold"]!).Should().Be(TimeSpan.FromHours(16.8).TotalMilliseconds);
        alarms.Keys.Should().NotContain("clicks-unread").And.Contain("clicks-writes-throttled");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_alarms_of_a_consumer_that_are_asked_for_by_themselves_keep_their_settings(bool before)
    {
        var alarms = AlarmsOf(Synthesize(stream =>
        {
            var consumer = stream.AddConsumer("analytics");
            if (before)
                consumer.AlarmWhenLagging(new() { LagWarning = 0.1, MaxLag = Days });
            stream.AlarmWhenInTrouble();
            if (!before)
                consumer.AlarmWhenLagging(new() { LagWarning = 0.1, MaxLag = Days });
        }));

        ((double)alarms["clicks/analytics-lag-warning"]["threshold"]!).Should().Be(TimeSpan.FromHours(16.8).TotalMilliseconds);
    }
}
