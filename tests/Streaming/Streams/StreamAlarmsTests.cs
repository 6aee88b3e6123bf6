using System.Text.Json.Nodes;
using Nautilus.Access;
using Nautilus.Streams;
using static Tests.Streaming.Streams.OperatedStream;

namespace Tests.Streaming.Streams;

/// <summary>Which alarms a stream has.</summary>
public sealed class StreamAlarmsTests
{
    private static readonly string[] OfEveryStream =
    [
        "clicks-lag-page", "clicks-lag-warning", "clicks-reads-throttled", "clicks-records-failed", "clicks-records-throttled",
        "clicks-unread", "clicks-writes-throttled",
    ];

    private static readonly string[] OfSeveralShards = [.. OfEveryStream, "clicks-hot-shard", "clicks-hot-shard-records"];

    [Fact]
    public void The_alarms_of_a_provisioned_stream_find_hot_shards() =>
        AlarmsOf(Synthesize(stream => stream.AlarmWhenInTrouble())).Keys.Should().BeEquivalentTo(OfSeveralShards);

    [Fact]
    public void One_shard_can_not_be_hotter_than_the_others() =>
        AlarmsOf(Synthesize(stream => stream.AlarmWhenInTrouble(), Clicks with { Capacity = Capacity.Provisioned(1) })).Keys
            .Should().BeEquivalentTo(OfEveryStream);

    [Fact]
    public void The_alarms_of_an_on_demand_stream_watch_the_limit_of_the_account() =>
        AlarmsOf(Synthesize(stream => stream.AlarmWhenInTrouble(), Clicks with { Capacity = Capacity.OnDemand })).Keys
            .Should().BeEquivalentTo([.. OfEveryStream, "clicks-on-demand-limit"]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_consumer_has_its_own_alarms_in_any_order_of_the_calls(bool before)
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
    public void Scaling_has_its_own_alarms_in_any_order_of_the_calls(bool before)
    {
        var alarms = AlarmsOf(Synthesize(stream =>
        {
            if (before)
                stream.ScaleWithTraffic(1, 8);
            stream.AlarmWhenInTrouble();
            if (!before)
                stream.ScaleWithTraffic(1, 8);
        }));

        alarms.Keys.Should().BeEquivalentTo(
            [.. OfSeveralShards, "clicks-scaling-failed", "clicks-scaling-silent", "clicks-at-most-shards"]);
        Expression(alarms["clicks-hot-shard"]).Should()
            .Contain("SUM(each) / AVG(each)", "only the metrics report how many shards there are");
    }

    [Fact]
    public void A_consumer_that_registers_itself_is_watched_too()
    {
        var synthesized = Synthesize(stream =>
        {
            stream.ScaleWithTraffic(1, 8);
            stream.AlarmWhenInTrouble();
            stream.GrantKclWithFanOut(new ServiceRole(stream, "kcl", Caller.EcsTask, stream.Location), "counter");
        });

        Expression(AlarmsOf(synthesized)["clicks-unread"]).Should().Contain("consumer1");
        var schedule = JsonNode.Parse(synthesized)!["resource"]!["aws_scheduler_schedule"]!.AsObject().Single().Value!;
        ((string)schedule["target"]!["input"]!).Should().Contain("counter");
    }

    [Fact]
    public void Consumers_are_watched_in_the_order_of_their_names()
    {
        var alarms = AlarmsOf(Synthesize(stream =>
        {
            stream.AlarmWhenUnread();
            stream.AddConsumer("b");
            stream.AddConsumer("a");
        }));

        var consumers = alarms["clicks-unread"]["metric_query"]!.AsArray()
            .Select(query => (string?)query!["metric"]?["dimensions"]?["ConsumerName"]).OfType<string>();
        consumers.Should().Equal("a", "b");
    }
}
