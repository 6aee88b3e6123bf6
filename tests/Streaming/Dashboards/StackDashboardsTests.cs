using System.Text.Json.Nodes;
using Nautilus.Review.Terraform;
using Nautilus.Testing.Dashboards;
using Tests.Stacks;

namespace Tests.Streaming.Dashboards;

public sealed class StackDashboardsTests
{
    public static TheoryData<string> Stacks => new(Goldens.Folder.Stacks);

    [Theory, MemberData(nameof(Stacks))]
    public void A_dashboard_shows_metrics_that_exist(string stack) => ComplaintsAbout(Goldens.Folder.Read(stack)).Should().BeEmpty();

    [Fact]
    public void A_stack_with_alarms_has_a_dashboard() =>
        StacksWith("aws_cloudwatch_metric_alarm").Should().BeSubsetOf(StacksWith("aws_cloudwatch_dashboard"));

    [Fact]
    public void Expressions_of_Terraform_are_resolved()
    {
        var stack = JsonNode.Parse("""
            { "resource": { "aws_kinesis_stream": { "stream": { "name": "clicks" } }, "aws_cloudwatch_dashboard": { "board": {} } } }
            """)!;
        stack["resource"]!["aws_cloudwatch_dashboard"]!["board"]!["dashboard_body"] = """
            {
              "widgets": [{
                "type": "metric",
                "properties": {
                  "region": "${element(split(":", aws_kinesis_stream.stream.arn), 3)}",
                  "period": 45,
                  "metrics": [["AWS/Kinesis", "IncomingBytes", "StreamName", "${aws_kinesis_stream.stream.name}"]]
                }
              }]
            }
            """;

        ComplaintsAbout(stack).Should().Equal(
            "board: body.widgets[0].properties.period must be 1, 5, 10, 30 or a multiple of 60, got 45");
    }

    private static IEnumerable<string> ComplaintsAbout(JsonNode stack)
    {
        var expressions = new TerraformExpressions(SampleAttributes.Of(stack));
        return from dashboard in stack["resource"]!["aws_cloudwatch_dashboard"]?.AsObject() ?? []
               from complaint in DashboardBody.Complaints(expressions.Resolve((string)dashboard.Value!["dashboard_body"]!))
               select $"{dashboard.Key}: {complaint}";
    }

    private static IEnumerable<string> StacksWith(string type) =>
        Goldens.Folder.Stacks.Where(stack => Goldens.Folder.Read(stack)["resource"]![type] is not null);
}
