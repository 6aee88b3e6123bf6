using Nautilus.Testing.Dashboards;
using static Tests.Kits.Dashboards.DashboardJson;

namespace Tests.Kits.Dashboards;

public sealed class DashboardBodyTests
{
    [Fact]
    public void A_dashboard_with_every_known_property_has_no_complaints() => DashboardBody.Complaints("""
        {
          "start": "-PT6H",
          "periodOverride": "inherit",
          "widgets": [
            {
              "type": "text", "x": 0, "y": 0, "width": 24, "height": 1,
              "properties": { "markdown": "# Clicks", "background": "transparent" }
            },
            {
              "type": "alarm", "x": 0, "y": 1, "width": 24, "height": 2,
              "properties": {
                "title": "Alarms", "alarms": ["arn:aws:cloudwatch:us-east-1:111122223333:alarm:clicks"],
                "sortBy": "stateUpdatedTimestamp", "states": ["ALARM"]
              }
            },
            {
              "type": "metric", "x": 0, "y": 3, "width": 12, "height": 6,
              "properties": {
                "title": "In", "region": "us-east-1", "view": "timeSeries", "stat": "Sum", "period": 60,
                "stacked": false, "liveData": false,
                "legend": { "position": "bottom" },
                "yAxis": { "left": { "label": "%", "min": 0, "max": 100.5, "showUnits": false } },
                "annotations": {
                  "horizontal": [
                    { "value": 80, "label": "Limit", "color": "#d62728", "fill": "above" },
                    [{ "value": 1 }, { "value": 2, "label": "Band" }]
                  ],
                  "vertical": [{ "value": "2026-01-01T00:00:00Z", "label": "Release" }]
                },
                "metrics": [
                  [{ "expression": "100 * FILL(bytes, 0) / PERIOD(bytes) / 1e6 + out", "label": "Use", "id": "use", "yAxis": "left" }],
                  [
                    "AWS/Kinesis", "IncomingBytes", "StreamName", "clicks",
                    { "id": "bytes", "visible": false, "stat": "p99.9", "color": "#1f77b4" }
                  ],
                  [".", "OutgoingBytes", ".", ".", { "id": "out" }],
                  ["...", "views"],
                  [{
                    "expression": "SELECT MAX(IncomingBytes) FROM SCHEMA(\"AWS/Kinesis\", ShardId, StreamName) GROUP BY ShardId",
                    "period": 300
                  }],
                  [{ "expression": "SEARCH('{AWS/Kinesis,ShardId,StreamName} StreamName=\"clicks\"', 'Sum', 60)" }]
                ]
              }
            },
            {
              "type": "log", "x": 12, "y": 3, "width": 12, "height": 6,
              "properties": { "query": "SOURCE 'scaling' | fields @message", "region": "eu-central-1", "view": "table" }
            },
            {
              "type": "metric",
              "properties": {
                "region": "us-gov-west-1",
                "annotations": { "alarms": ["arn:aws-us-gov:cloudwatch:us-gov-west-1:111122223333:alarm:clicks"] }
              }
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
    [InlineData(
        """{ "widgets": [], "start": "6 hours" }""",
        "body.start must be a time such as -PT6H or 2026-01-01T00:00:00Z, got \"6 hours\"")]
    [InlineData("""{ "widgets": [], "end": "-PT0H" }""", "body has an end, but no start")]
    [InlineData("""{ "widgets": [], "periodOverride": "never" }""", "body.periodOverride must be auto, inherit, got \"never\"")]
    public void A_mistake_in_the_body_is_reported(string body, string complaint) =>
        DashboardBody.Complaints(body).Should().ContainSingle().Which.Should().Match(complaint);

    [Fact]
    public void A_dashboard_of_more_than_50_metrics_is_reported()
    {
        string[] graphs = [.. Enumerable.Range(0, 3).Select(graph => GraphOf(Metrics(graph)))];

        DashboardBody.Complaints(Body([.. graphs[..2], graphs[1]])).Should().BeEmpty("a metric counts once");
        DashboardBody.Complaints(Body(graphs)).Should().Equal("body must have at most 50 metrics, got 51");

        static IEnumerable<string> Metrics(int graph) =>
            Enumerable.Range(17 * graph, 17).Select(number => $"""["Sample", "Metric{number}"]""");
    }
}
