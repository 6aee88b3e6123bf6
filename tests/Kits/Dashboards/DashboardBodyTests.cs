using System.Text.Json.Nodes;
using Nautilus.Testing.Dashboards;

namespace Tests.Kits.Dashboards;

public sealed class DashboardBodyTests
{
    private const string In = """["AWS/Kinesis", "IncomingBytes", "StreamName", "clicks"]""";

    [Fact]
    public void A_dashboard_with_all_that_is_known_has_no_complaints() => DashboardBody.Complaints("""
        {
          "start": "-PT6H",
          "periodOverride": "inherit",
          "widgets": [
            { "type": "text", "x": 0, "y": 0, "width": 24, "height": 1, "properties": { "markdown": "# Clicks", "background": "transparent" } },
            {
              "type": "alarm", "x": 0, "y": 1, "width": 24, "height": 2,
              "properties": { "title": "Alarms", "alarms": ["arn:aws:cloudwatch:us-east-1:111122223333:alarm:clicks"], "sortBy": "stateUpdatedTimestamp", "states": ["ALARM"] }
            },
            {
              "type": "metric", "x": 0, "y": 3, "width": 12, "height": 6,
              "properties": {
                "title": "In", "region": "us-east-1", "view": "timeSeries", "stat": "Sum", "period": 60, "stacked": false, "liveData": false,
                "legend": { "position": "bottom" },
                "yAxis": { "left": { "label": "%", "min": 0, "max": 100.5, "showUnits": false } },
                "annotations": {
                  "horizontal": [{ "value": 80, "label": "Limit", "color": "#d62728", "fill": "above" }, [{ "value": 1 }, { "value": 2, "label": "Band" }]],
                  "vertical": [{ "value": "2026-01-01T00:00:00Z", "label": "Release" }]
                },
                "metrics": [
                  [{ "expression": "100 * FILL(bytes, 0) / PERIOD(bytes) / 1e6 + out", "label": "Use", "id": "use", "yAxis": "left" }],
                  ["AWS/Kinesis", "IncomingBytes", "StreamName", "clicks", { "id": "bytes", "visible": false, "stat": "p99.9", "color": "#1f77b4" }],
                  [".", "OutgoingBytes", ".", ".", { "id": "out" }],
                  ["...", "views"],
                  [{ "expression": "SELECT MAX(IncomingBytes) FROM SCHEMA(\"AWS/Kinesis\", ShardId, StreamName) WHERE StreamName = 'clicks' GROUP BY ShardId", "period": 300 }],
                  [{ "expression": "SEARCH('{AWS/Kinesis,ShardId,StreamName} StreamName=\"clicks\"', 'Sum', 60)" }]
                ]
              }
            },
            { "type": "log", "x": 12, "y": 3, "width": 12, "height": 6, "properties": { "query": "SOURCE 'scaling' | fields @message", "region": "eu-central-1", "view": "table" } },
            {
              "type": "metric",
              "properties": { "region": "us-gov-west-1", "annotations": { "alarms": ["arn:aws-us-gov:cloudwatch:us-gov-west-1:111122223333:alarm:clicks"] } }
            }
          ]
        }
        """).Should().BeEmpty();

    [Theory]
    [InlineData("{", "body must be JSON: Expected depth*")]
    [InlineData("[]", "body must be an object")]
    [InlineData("{}", "body must have 'widgets'")]
    [InlineData("""{ "widgets": [], "title": "Clicks" }""", "body has no 'title'")]
    [InlineData("""{ "widgets": {} }""", "body.widgets must be a list")]
    [InlineData("""{ "widgets": [], "start": "6 hours" }""", "body.start must be a time such as -PT6H or 2026-01-01T00:00:00Z, got \"6 hours\"")]
    [InlineData("""{ "widgets": [], "end": "-PT0H" }""", "body has an end, but no start")]
    [InlineData("""{ "widgets": [], "periodOverride": "never" }""", "body.periodOverride must be auto, inherit, got \"never\"")]
    public void What_is_wrong_with_the_whole_is_told(string body, string complaint) =>
        DashboardBody.Complaints(body).Should().ContainSingle().Which.Should().Match(complaint);

    [Theory]
    [InlineData("type", "\"graph\"", "body.widgets[0].type must be alarm, log, metric, text, got \"graph\"")]
    [InlineData("type", null, "body.widgets[0] must have 'type'")]
    [InlineData("properties", null, "body.widgets[0] must have 'properties'")]
    [InlineData("properties", "[]", "body.widgets[0].properties must be an object")]
    [InlineData("title", "\"Clicks\"", "body.widgets[0] has no 'title'")]
    [InlineData("x", "-1", "body.widgets[0].x must be a whole number from 0 to 23, got -1")]
    [InlineData("y", "0.5", "body.widgets[0].y must be a whole number from 0, got 0.5")]
    [InlineData("x", "19", "body.widgets[0] must end in column 24, got 25")]
    [InlineData("height", "1001", "body.widgets[0].height must be a whole number from 1 to 1000, got 1001")]
    [InlineData("height", "0", "body.widgets[0].height must be a whole number from 1 to 1000, got 0")]
    public void What_is_wrong_with_a_widget_is_told(string property, string? value, string complaint) =>
        DashboardBody.Complaints(Body(With("""{ "type": "text", "x": 0, "y": 0, "properties": { "markdown": "" } }""", property, value))).Should().Equal(complaint);

    [Fact]
    public void A_widget_as_wide_as_the_dashboard_begins_on_the_left() =>
        DashboardBody.Complaints(Body("""{ "type": "text", "x": 1, "y": 0, "width": 24, "properties": { "markdown": "" } }""")).Should().Equal(
            "body.widgets[0] must end in column 24, got 25");

    [Theory]
    [InlineData(0, 6, false)]
    [InlineData(6, 0, false)]
    [InlineData(5, 5, true)]
    [InlineData(0, 0, true)]
    public void Widgets_may_touch_but_not_overlap(int x, int y, bool overlap)
    {
        const string first = """{ "type": "text", "x": 0, "y": 0, "properties": { "markdown": "" } }""";
        var second = With(With(first, "x", $"{x}"), "y", $"{y}");

        DashboardBody.Complaints(Body(first, second)).Should().Equal(overlap ? ["body.widgets[0] and body.widgets[1] overlap"] : []);
    }

    [Fact]
    public void There_are_500_widgets_at_most() =>
        DashboardBody.Complaints(Body([.. Enumerable.Repeat("""{ "type": "text", "properties": { "markdown": "" } }""", 501)])).Should().Equal(
            "body.widgets must have 0 to 500 items, got 501");

    [Theory]
    [InlineData("text", "{}", "must have 'markdown'")]
    [InlineData("text", """{ "markdown": 1 }""", ".markdown must be a text, got 1")]
    [InlineData("text", """{ "markdown": "", "background": "red" }""", ".background must be solid, transparent, got \"red\"")]
    [InlineData("log", """{ "query": "" }""", "must have 'region'")]
    [InlineData("log", """{ "region": "us-east-1" }""", "must have 'query'")]
    [InlineData("log", """{ "query": "", "region": "us-east-1", "view": "gauge" }""", ".view must be table, timeSeries, bar, pie, got \"gauge\"")]
    [InlineData("alarm", "{}", "must have 'alarms'")]
    [InlineData("alarm", """{ "alarms": [] }""", ".alarms must have 1 to 100 items, got 0")]
    [InlineData("alarm", """{ "alarms": ["clicks"] }""", ".alarms[0] must be the ARN of an alarm, got \"clicks\"")]
    [InlineData("alarm", """{ "alarms": ["arn:aws:cloudwatch:us-east-1:111122223333:alarm:a"], "states": ["BAD"] }""", ".states[0] must be ALARM, INSUFFICIENT_DATA, OK, got \"BAD\"")]
    [InlineData("alarm", """{ "alarms": ["arn:aws:cloudwatch:us-east-1:111122223333:alarm:a"], "sortBy": "name" }""",
        ".sortBy must be default, stateUpdatedTimestamp, timestamp, got \"name\"")]
    public void What_is_wrong_with_the_properties_of_a_type_is_told(string type, string properties, string complaint) =>
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
    [InlineData("annotations", """{ "horizontal": [{ "value": 1, "color": "red" }] }""", ".annotations.horizontal[0].color must be a colour such as #2ca02c, got \"red\"")]
    [InlineData("annotations", """{ "vertical": [{ "value": 1 }] }""", ".annotations.vertical[0].value must be a time such as -PT6H or 2026-01-01T00:00:00Z, got 1")]
    public void What_is_wrong_with_a_graph_is_told(string property, string? value, string complaint) =>
        DashboardBody.Complaints(Body(Graph(With($$"""{ "region": "us-east-1", "metrics": [{{In}}] }""", property, value)))).Should().Equal(
            $"body.widgets[0].properties{complaint}");

    [Theory]
    [InlineData("\"IncomingBytes\"", "[0] must be a list")]
    [InlineData("[]", "[0] must have 1 or more items, got 0")]
    [InlineData("""["AWS/Lambda"]""", "[0] must be namespace, name and pairs of dimensions, got AWS/Lambda")]
    [InlineData("""["AWS/Lambda", "Errors", "FunctionName"]""", "[0] must be namespace, name and pairs of dimensions, got AWS/Lambda, Errors, FunctionName")]
    [InlineData("""["AWS/Lambda", 1]""", "[0][1] must be a text, got 1")]
    [InlineData("""["AWS/Lambda", {}, "Errors"]""", "[0][1] must be a text, got {}")]
    [InlineData("""["AWS/Lambda", "Errors", { "dimensions": {} }]""", "[0][2] has no 'dimensions'")]
    [InlineData("""["AWS/Lambda", "Errors", { "id": "Errors" }]""", "[0][2].id must be an id: letters, digits and _, beginning with a small letter, got \"Errors\"")]
    [InlineData("""["AWS/Lambda", "Errors", { "yAxis": "top" }]""", "[0][2].yAxis must be left, right, got \"top\"")]
    [InlineData("""["AWS/Lambda", "Errors", { "period": 45 }]""", "[0][2].period must be 1, 5, 10, 30 or a multiple of 60, got 45")]
    [InlineData("""["AWS/Lambda", "Errors", { "stat": "Max" }]""", "[0][2].stat must be a statistic, got \"Max\"")]
    [InlineData("""["AWS/Lambda", "Errors", { "expression": "1" }]""", "[0][2] has no 'expression'")]
    [InlineData("""["AWS/Lambda", "Errors", { "id": "a" }], ["AWS/Lambda", "Throttles", { "id": "a" }]""", ": id 'a' is taken 2 times")]
    [InlineData("""[{ "label": "Sum" }]""", "[0][0] must have 'expression'")]
    [InlineData("""[{ "expression": "1 + missing" }]""", "[0] names 'missing', which is no id of the widget")]
    [InlineData("""["AWS/Lambda", "Errors", { "id": "e1" }], [{ "expression": "e1 / e2 * SUM([e2, e1])" }]""", "[1] names 'e2', which is no id of the widget")]
    [InlineData("""[".", "Errors"]""", "[0] repeats what the metric before does not have")]
    [InlineData("""["AWS/Lambda", "Errors"], [".", ".", ".", "etl"]""", "[1] repeats what the metric before does not have")]
    [InlineData("""["AWS/Kinesis", "IncomingBytes"]""", "[0] is of Kinesis: it must have the dimension StreamName")]
    [InlineData("""["AWS/Kinesis", "IncomingBytes", "ShardId", "0"]""", "[0] is of Kinesis: it must have the dimension StreamName")]
    [InlineData("""["AWS/Kinesis", "IncomingBytes", "StreamName", ""]""", "[0] is of Kinesis: it must have the dimension StreamName")]
    [InlineData("""["AWS/Kinesis", "IncomingBytes", "StreamName", "clicks"], [".", "OutgoingBytes"]""", "[1] is of Kinesis: it must have the dimension StreamName")]
    public void What_is_wrong_with_a_metric_is_told(string metrics, string complaint)
    {
        var complaints = DashboardBody.Complaints(Body(Graph($$"""{ "region": "us-east-1", "metrics": [{{metrics}}] }""")));

        complaints.Should().Contain($"body.widgets[0].properties.metrics{complaint}");
    }

    [Fact]
    public void A_metric_has_30_dimensions_at_most()
    {
        var dimensions = string.Concat(Enumerable.Range(0, 31).Select(number => $""", "name{number}", "value" """));

        DashboardBody.Complaints(Body(Graph($$"""{ "region": "us-east-1", "metrics": [["Nautilus", "Lag"{{dimensions}}]] }"""))).Should().Equal(
            "body.widgets[0].properties.metrics[0] must have at most 30 dimensions, got 31");
    }

    [Fact]
    public void A_graph_has_500_metrics_at_most() =>
        DashboardBody.Complaints(Body(Graph($$"""{ "region": "us-east-1", "metrics": [{{string.Join(',', Enumerable.Repeat(In, 501))}}] }"""))).Should().Equal(
            "body.widgets[0].properties.metrics must have 0 to 500 items, got 501");

    [Fact]
    public void A_dashboard_is_free_of_charge()
    {
        string[] graphs = [.. Enumerable.Range(0, 3).Select(graph => Graph($$"""{ "region": "us-east-1", "metrics": [{{string.Join(',', Metrics(graph))}}] }"""))];

        DashboardBody.Complaints(Body([.. graphs[..2], graphs[1]])).Should().BeEmpty("a metric counts once");
        DashboardBody.Complaints(Body(graphs)).Should().Equal("body must have at most 50 metrics, got 51");

        static IEnumerable<string> Metrics(int graph) => Enumerable.Range(17 * graph, 17).Select(number => $"""["Nautilus", "Metric{number}"]""");
    }

    private static string Body(params string[] widgets) => $$"""{ "widgets": [{{string.Join(',', widgets)}}] }""";

    private static string Graph(string properties) => $$"""{ "type": "metric", "properties": {{properties}} }""";

    private static string With(string json, string property, string? value)
    {
        var changed = JsonNode.Parse(json)!.AsObject();
        changed.Remove(property);
        if (value is not null)
            changed[property] = JsonNode.Parse(value);
        return changed.ToJsonString();
    }
}
