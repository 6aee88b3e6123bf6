using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nautilus.Testing.Dashboards;

/// <summary>
/// Checks the body of a dashboard against CloudWatch's documentation. Neither the provider nor a local AWS does that: CloudWatch takes
/// most mistakes, and shows an empty graph.
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
/// </summary>
public static class DashboardBody
{
    // The free tier has dashboards of up to 50 metrics: https://aws.amazon.com/cloudwatch/pricing/
    private const int FreeMetrics = 50;

    /// <summary>
    /// What is wrong with a dashboard, a line each, such as <c>body.widgets[0].properties must have 'region'</c>. Besides the structure,
    /// it reports widgets that overlap, metrics of Kinesis without a stream (they have no data), and more metrics than the free tier has.
    /// </summary>
    /// <param name="json">The <c>dashboard_body</c>, with the references of Terraform resolved.</param>
    public static IReadOnlyList<string> Complaints(string json)
    {
        try
        {
            var body = JsonNode.Parse(json);
            return [.. Widgets.Body(body, "body"), .. body is JsonObject ? Misplaced(body).Concat(Empty(body)).Concat(Charged(body)) : []];
        }
        catch (JsonException error)
        {
            return [$"body must be JSON: {error.Message}"];
        }
    }

    private static IEnumerable<string> Misplaced(JsonNode body)
    {
        var places = In(body).Select(widget => Place.Of(widget.Value, widget.At)).OfType<Place>().ToArray();
        foreach (var place in places.Where(place => place.Right > Widgets.Columns))
            yield return $"{place.At} must end in column {Widgets.Columns}, got {place.Right}";
        for (var first = 0; first < places.Length; first++)
        {
            foreach (var second in places.Skip(first + 1).Where(places[first].Overlaps))
                yield return $"{places[first].At} and {second.At} overlap";
        }
    }

    // https://docs.aws.amazon.com/streams/latest/dev/monitoring-with-cloudwatch.html: each metric has the dimension StreamName.
    private static IEnumerable<string> Empty(JsonNode body) =>
        from metric in Metrics(body)
        where metric.Value.Names is ["AWS/Kinesis", ..]
        where !metric.Value.Dimensions.Any(dimension => dimension is { Name: "StreamName", Value.Length: > 0 })
        select $"{metric.At} is of Kinesis: it must have the dimension StreamName";

    private static IEnumerable<string> Charged(JsonNode body)
    {
        var count = Metrics(body).Select(metric => string.Join('\n', metric.Value.Names)).Distinct().Count();
        return count > FreeMetrics ? [$"body must have at most {FreeMetrics} metrics, got {count}"] : [];
    }

    private static IEnumerable<(WidgetMetric Value, string At)> Metrics(JsonNode body) =>
        from widget in In(body)
        where widget.Value["properties"] is JsonObject
        from metric in MetricsArray.Of(widget.Value["properties"]!).Index()
        where metric.Item.Expression is null
        select (metric.Item, $"{widget.At}.properties.metrics[{metric.Index}]");

    private static IEnumerable<(JsonNode Value, string At)> In(JsonNode body) =>
        from widget in (body["widgets"] as JsonArray ?? []).Index()
        where widget.Item is JsonObject
        select (widget.Item!, $"body.widgets[{widget.Index}]");
}
