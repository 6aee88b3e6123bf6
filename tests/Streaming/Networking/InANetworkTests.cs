using System.Text.Json.Nodes;
using Nautilus.Dashboards;
using Nautilus.Review.Terraform;
using Nautilus.Search;
using Nautilus.Testing.CloudWatch;
using Nautilus.Testing.Dashboards;
using Tests.Streaming.Alarms;

namespace Tests.Streaming.Networking;

public sealed class InANetworkTests
{
    public static TheoryData<string> Rules => new(AlarmRules.All.Select(rule => rule.Name));

    [Theory, MemberData(nameof(Rules))]
    public void Every_alarm_keeps_the_rules(string rule) =>
        SynthesizedAlarms.In(InANetwork.Synthesize(all => all.Everything(SearchProfile.Production()))).Should().HaveCount(12)
            .And.AllSatisfy(alarm => AlarmRules.All.Single(one => one.Name == rule).Offences(alarm).Should().BeEmpty());

    [Fact]
    public void A_dashboard_shows_a_domain_and_a_warehouse_in_few_metrics()
    {
        var stack = JsonNode.Parse(InANetwork.Synthesize(all =>
        {
            var network = all.Network();
            var domain = all.Domain(network);
            domain.WriterFor("delivery", "events");
            new Dashboard(all.Stack, "dashboard", domain, all.Warehouse(network));
        }))!;
        var body = new TerraformExpressions(SampleAttributes.Of(stack))
            .Resolve((string)stack["resource"]!["aws_cloudwatch_dashboard"]!["dashboard"]!["dashboard_body"]!);

        DashboardBody.Complaints(body).Should().BeEmpty();
        JsonNode.Parse(body)!["widgets"]!.AsArray().Sum(widget => widget!["properties"]!["metrics"]?.AsArray().Count ?? 0).Should().Be(10);
    }
}
