using Nautilus.Testing.Dashboards;
using static Tests.Kits.Dashboards.DashboardJson;

namespace Tests.Kits.Dashboards;

public sealed class WidgetMetricTests
{
    [Theory]
    [InlineData("\"IncomingBytes\"", "[0] must be a list")]
    [InlineData("[]", "[0] must have 1 or more items, got 0")]
    [InlineData("""["AWS/Lambda"]""", "[0] must be namespace, name and pairs of dimensions, got AWS/Lambda")]
    [InlineData(
        """["AWS/Lambda", "Errors", "FunctionName"]""",
        "[0] must be namespace, name and pairs of dimensions, got AWS/Lambda, Errors, FunctionName")]
    [InlineData("""["AWS/Lambda", 1]""", "[0][1] must be a text, got 1")]
    [InlineData("""["AWS/Lambda", {}, "Errors"]""", "[0][1] must be a text, got {}")]
    [InlineData("""["AWS/Lambda", "Errors", { "dimensions": {} }]""", "[0][2] has no 'dimensions'")]
    [InlineData(
        """["AWS/Lambda", "Errors", { "id": "Errors" }]""",
        "[0][2].id must be an id: letters, digits and _, beginning with a small letter, got \"Errors\"")]
    [InlineData("""["AWS/Lambda", "Errors", { "yAxis": "top" }]""", "[0][2].yAxis must be left, right, got \"top\"")]
    [InlineData("""["AWS/Lambda", "Errors", { "period": 45 }]""", "[0][2].period must be 1, 5, 10, 30 or a multiple of 60, got 45")]
    [InlineData("""["AWS/Lambda", "Errors", { "stat": "Max" }]""", "[0][2].stat must be a statistic, got \"Max\"")]
    [InlineData("""["AWS/Lambda", "Errors", { "expression": "1" }]""", "[0][2] has no 'expression'")]
    [InlineData("""["AWS/Lambda", "Errors", { "id": "a" }], ["AWS/Lambda", "Throttles", { "id": "a" }]""", ": id 'a' is taken 2 times")]
    [InlineData("""[{ "label": "Sum" }]""", "[0][0] must have 'expression'")]
    [InlineData("""[{ "expression": "1 + missing" }]""", "[0] names 'missing', which is not an id of the widget")]
    [InlineData(
        """["AWS/Lambda", "Errors", { "id": "e1" }], [{ "expression": "e1 / e2 * SUM([e2, e1])" }]""",
        "[1] names 'e2', which is not an id of the widget")]
    [InlineData("""[".", "Errors"]""", "[0] repeats an item that the metric before does not have")]
    [InlineData("""["AWS/Lambda", "Errors"], [".", ".", ".", "etl"]""", "[1] repeats an item that the metric before does not have")]
    [InlineData("""["AWS/Kinesis", "IncomingBytes"]""", "[0] is of Kinesis: it must have the dimension StreamName")]
    [InlineData("""["AWS/Kinesis", "IncomingBytes", "ShardId", "0"]""", "[0] is of Kinesis: it must have the dimension StreamName")]
    [InlineData("""["AWS/Kinesis", "IncomingBytes", "StreamName", ""]""", "[0] is of Kinesis: it must have the dimension StreamName")]
    [InlineData(
        """["AWS/Kinesis", "IncomingBytes", "StreamName", "clicks"], [".", "OutgoingBytes"]""",
        "[1] is of Kinesis: it must have the dimension StreamName")]
    public void A_mistake_in_a_metric_is_reported(string metrics, string complaint)
    {
        var complaints = DashboardBody.Complaints(Body(GraphOf(metrics)));

        complaints.Should().Contain($"body.widgets[0].properties.metrics{complaint}");
    }

    [Fact]
    public void A_metric_has_30_dimensions_at_most()
    {
        var dimensions = string.Concat(Enumerable.Range(0, 31).Select(number => $""", "name{number}", "value" """));

        DashboardBody.Complaints(Body(GraphOf($$"""["Sample", "Lag"{{dimensions}}]"""))).Should().Equal(
            "body.widgets[0].properties.metrics[0] must have at most 30 dimensions, got 31");
    }

    [Fact]
    public void A_graph_has_500_metrics_at_most() =>
        DashboardBody.Complaints(Body(GraphOf(Enumerable.Repeat(Metric, 501)))).Should().Equal(
            "body.widgets[0].properties.metrics must have 0 to 500 items, got 501");
}
