using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Nautilus.Dashboards;
using Nautilus.Streams;
using static Tests.Streaming.Streams.OperatedStream;

namespace Tests.Streaming.Dashboards;

public sealed class DashboardTests
{
    [Fact]
    public void A_dashboard_shows_what_a_stream_gets_later()
    {
        var later = Body(stream =>
        {
            new Dashboard(TerraformStack.Of(stream), "dashboard", stream);
            Operate(stream);
        });
        var before = Body(stream =>
        {
            Operate(stream);
            new Dashboard(TerraformStack.Of(stream), "dashboard", stream);
        });

        later.Should().Be(before)
            .And.Contain("SubscribeToShardEvent.MillisBehindLatest").And.Contain("OpenShards").And.Contain("aws_cloudwatch_metric_alarm");
    }

    [Fact]
    public void The_dashboards_of_a_stack_have_different_names()
    {
        var dashboards = JsonNode.Parse(Synthesize(stream =>
        {
            new Dashboard(TerraformStack.Of(stream), "dashboard", stream);
            new Dashboard(TerraformStack.Of(stream), "on.call", stream);
        }))!["resource"]!["aws_cloudwatch_dashboard"]!.AsObject();

        var names = dashboards.Select(dashboard => (string)dashboard.Value!["dashboard_name"]!);
        names.Select(name => name.Split("-${")[0]).Should().Equal("stack", "stack-on-call");
    }

    [Fact]
    public void A_dashboard_of_nothing_is_rejected() =>
        Rejecting(stream => new Dashboard(TerraformStack.Of(stream), "dashboard")).Should().Be(
            "dashboard 'dashboard': it must show at least one stream, got none");

    [Fact]
    public void A_stream_is_shown_once() =>
        Rejecting(stream => new Dashboard(TerraformStack.Of(stream), "dashboard", stream, stream)).Should().Be(
            "dashboard 'dashboard': it must show each of its parts once, got one of them twice");

    private static void Operate(DataStream stream)
    {
        stream.AddConsumer("analytics");
        stream.ScaleWithTraffic(1, 8);
        stream.AlarmWhenInTrouble();
    }

    private static string Body(Action<DataStream> use) =>
        (string)JsonNode.Parse(Synthesize(use))!["resource"]!["aws_cloudwatch_dashboard"]!["dashboard"]!["dashboard_body"]!;
}
