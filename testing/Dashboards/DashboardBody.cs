using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nautilus.Testing.Dashboards;

/// <summary>
/// Judges the body of a dashboard as CloudWatch documents it, which neither the provider nor a local AWS does:
/// what is wrong in it shows only on the console, as an empty graph. Two rules are the house's own.
/// </summary>
internal static class DashboardBody
{
    /// <summary>AWS charges for a dashboard with more.</summary>
    private const int FreeMetrics = 50;

    public static IReadOnlyList<string> Complaints(string json)
    {
        try
        {
            var body = JsonNode.Parse(json);
            return [.. Widgets.Body(body, "body"), .. body is JsonObject ? [.. Misplaced(body), .. OfTheHouse(body)] : Array.Empty<string>()];
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

    private static IEnumerable<string> OfTheHouse(JsonNode body)
    {
        var metrics = In(body)
            .Where(widget => widget.Value["properties"] is JsonObject)
            .SelectMany(widget => MetricsArray.Of(widget.Value["properties"]!).Select((metric, index) => (Metric: metric, At: $"{widget.At}.properties.metrics[{index}]")))
            .Where(metric => metric.Metric.Expression is null)
            .ToArray();
        foreach (var (metric, at) in metrics)
        {
            if (metric.Names is ["AWS/Kinesis", ..] && !metric.Dimensions.Any(dimension => dimension is { Name: "StreamName", Value.Length: > 0 }))
                yield return $"{at} is of Kinesis: it must have the dimension StreamName";
        }

        if (metrics.Select(metric => string.Join('\n', metric.Metric.Names)).Distinct().Count() is > FreeMetrics and var count)
            yield return $"body must have at most {FreeMetrics} metrics, got {count}";
    }

    private static IEnumerable<(JsonNode Value, string At)> In(JsonNode body) =>
        (body["widgets"] as JsonArray ?? []).Select((widget, index) => (Value: widget!, At: $"body.widgets[{index}]")).Where(widget => widget.Value is JsonObject);
}
