using Nautilus.Testing.Dashboards;
using static Tests.Kits.Dashboards.DashboardJson;

namespace Tests.Kits.Dashboards;

public sealed class WidgetPropertiesTests
{
    [Theory]
    [InlineData("text", "{}", "must have 'markdown'")]
    [InlineData("text", """{ "markdown": 1 }""", ".markdown must be a text, got 1")]
    [InlineData("text", """{ "markdown": "", "background": "red" }""", ".background must be solid, transparent, got \"red\"")]
    [InlineData("log", """{ "query": "" }""", "must have 'region'")]
    [InlineData("log", """{ "region": "us-east-1" }""", "must have 'query'")]
    [InlineData(
        "log", """{ "query": "", "region": "us-east-1", "view": "gauge" }""",
        ".view must be table, timeSeries, bar, pie, got \"gauge\"")]
    [InlineData("alarm", "{}", "must have 'alarms'")]
    [InlineData("alarm", """{ "alarms": [] }""", ".alarms must have 1 to 100 items, got 0")]
    [InlineData("alarm", """{ "alarms": ["clicks"] }""", ".alarms[0] must be the ARN of an alarm, got \"clicks\"")]
    [InlineData(
        "alarm", """{ "alarms": ["arn:aws:cloudwatch:us-east-1:111122223333:alarm:a"], "states": ["BAD"] }""",
        ".states[0] must be ALARM, INSUFFICIENT_DATA, OK, got \"BAD\"")]
    [InlineData("alarm", """{ "alarms": ["arn:aws:cloudwatch:us-east-1:111122223333:alarm:a"], "sortBy": "name" }""",
        ".sortBy must be default, stateUpdatedTimestamp, timestamp, got \"name\"")]
    public void A_mistake_in_the_properties_of_a_type_is_reported(string type, string properties, string complaint) =>
        DashboardBody.Complaints(Body($$"""{ "type": "{{type}}", "properties": {{properties}} }""")).Should().Equal(
            $"body.widgets[0].properties{(complaint.StartsWith('.') ? "" : " ")}{complaint}");

    [Theory]
    [InlineData("region", null, " must have 'region'")]
    [InlineData("region", "\"\"", ".region must be a region, got \"\"")]
    [InlineData("metrics", null, " must have metrics, or an alarm in its annotations")]
    [InlineData("dimensions", "{}", " has no 'dimensions'")]
    [InlineData("title", "1", ".title must be a text, got 1")]
    [InlineData("stacked", "\"true\"", ".stacked must be true or false, got \"true\"")]
    [InlineData("stat", "\"Mean\"", ".stat must be a statistic, got \"Mean\"")]
    [InlineData("stat", "\"p101\"", ".stat must be a statistic, got \"p101\"")]
    [InlineData("period", "90", ".period must be 1, 5, 10, 30 or a multiple of 60, got 90")]
    [InlineData("period", "0", ".period must be 1, 5, 10, 30 or a multiple of 60, got 0")]
    [InlineData("period", "\"60\"", ".period must be 1, 5, 10, 30 or a multiple of 60, got \"60\"")]
    [InlineData("view", "\"line\"", ".view must be timeSeries, singleValue, gauge, bar, pie, table, got \"line\"")]
    [InlineData("view", "\"gauge\"", " is a gauge: yAxis.left must have min and max")]
    [InlineData("end", "\"-PT1H\"", " has an end, but no start")]
    [InlineData("timezone", "\"UTC\"", ".timezone must be a time zone such as +0130, got \"UTC\"")]
    [InlineData("legend", "{}", ".legend must have 'position'")]
    [InlineData("yAxis", """{ "left": { "min": "0" } }""", ".yAxis.left.min must be a number, got \"0\"")]
    [InlineData("yAxis", """{ "top": {} }""", ".yAxis has no 'top'")]
    [InlineData("annotations", """{ "horizontal": [{ "label": "Limit" }] }""", ".annotations.horizontal[0] must have 'value'")]
    [InlineData("annotations", """{ "horizontal": [[{ "value": 1 }]] }""", ".annotations.horizontal[0] must have 2 to 2 items, got 1")]
    [InlineData(
        "annotations", """{ "horizontal": [{ "value": 1, "color": "red" }] }""",
        ".annotations.horizontal[0].color must be a colour such as #2ca02c, got \"red\"")]
    [InlineData(
        "annotations", """{ "vertical": [{ "value": 1 }] }""",
        ".annotations.vertical[0].value must be a time such as -PT6H or 2026-01-01T00:00:00Z, got 1")]
    public void A_mistake_in_a_graph_is_reported(string property, string? value, string complaint) =>
        DashboardBody.Complaints(Body(Graph(With($$"""{ "region": "us-east-1", "metrics": [{{Metric}}] }""", property, value))))
            .Should().Equal($"body.widgets[0].properties{complaint}");
}
