using System.Globalization;
using System.Text.Json.Nodes;
using Nautilus.Testing.StepFunctions;

namespace Nautilus.Testing.Simulation;

/// <summary>
/// The metrics of one stream, by the minute. GetMetricData is as in
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html. Assumed: a value is visible one minute after
/// its minute has ended, and every third one two minutes after it. Until then, a sum of a stream has three fifths of its value.
/// </summary>
/// <param name="start">The time at minute 0.</param>
public sealed class SimulatedCloudWatch(DateTimeOffset start)
{
    private readonly Dictionary<string, List<Point>> _metrics = [];

    /// <summary>Reports a value.</summary>
    /// <param name="metric">The name of the metric; for a consumer's metric followed by / and the consumer's name.</param>
    /// <param name="time">The time, in minutes.</param>
    /// <param name="value">The value.</param>
    public void Put(string metric, double time, double value) => Add(metric, time, value, inParts: false);

    /// <summary>Reports a value of which CloudWatch shows a part before the whole.</summary>
    /// <param name="metric">The name of the metric.</param>
    /// <param name="time">The time, in minutes.</param>
    /// <param name="value">The whole value.</param>
    public void PutInParts(string metric, double time, double value) => Add(metric, time, value, inParts: true);

    private void Add(string metric, double time, double value, bool inParts)
    {
        var minute = (int)Math.Floor(time);
        if (!_metrics.TryGetValue(metric, out var points))
            _metrics[metric] = points = [];
        points.Add(new(minute, value, minute + 1 + (minute % 3 == 0 ? 2 : 1), inParts));
    }

    internal JsonNode Get(JsonObject arguments, double now)
    {
        var (from, to) = (Minute(arguments["StartTime"]!), Minute(arguments["EndTime"]!));
        var results = arguments["MetricDataQueries"]!.AsArray().Select(query => Result(query!.AsObject(), from, to, now));
        return new JsonObject { ["MetricDataResults"] = new JsonArray([.. results]), ["Messages"] = new JsonArray() };
    }

    /// <summary>The values of a range of minutes that are visible at a time, the newest first.</summary>
    /// <param name="metric">The name of the metric, as in <see cref="Put"/>.</param>
    /// <param name="from">The first minute.</param>
    /// <param name="to">The end, not included.</param>
    /// <param name="now">The time, in minutes.</param>
    public IEnumerable<(int Minute, double Value)> Seen(string metric, double from, double to, double now)
    {
        var points = _metrics.GetValueOrDefault(metric) ?? [];
        for (var i = points.Count - 1; i >= 0 && points[i].Minute >= Math.Floor(from); i--)
            if (points[i].Minute < to && points[i].At(now) is { } value)
                yield return (points[i].Minute, value);
    }

    private JsonObject Result(JsonObject query, double from, double to, double now)
    {
        Fields.Check("MetricDataQueries", query, "Id", "MetricStat");
        var stat = query["MetricStat"]!.AsObject();
        Fields.Check("MetricStat", stat, "Metric", "Period", "Stat");
        var period = (int)stat["Period"]! / 60;
        var points = Seen(Name(stat["Metric"]!), from, to, now)
            .GroupBy(point => point.Minute / period * period, point => point.Value)
            .Select(minute => (minute.Key, Value: Statistic((string)stat["Stat"]!, minute)))
            .ToArray();
        return new()
        {
            ["Id"] = (string)query["Id"]!,
            ["Label"] = (string)stat["Metric"]!["MetricName"]!,
            ["StatusCode"] = "Complete",
            ["Timestamps"] = new JsonArray([.. points.Select(point => JsonValue.Create(Text(point.Key)))]),
            ["Values"] = new JsonArray([.. points.Select(point => JsonValue.Create(point.Value))]),
        };
    }

    private static double Statistic(string name, IEnumerable<double> values) => name switch
    {
        "Sum" => values.Sum(),
        "Minimum" => values.Min(),
        "Maximum" => values.Max(),
        _ => throw new NotSupportedException($"the statistic {name} is not simulated"),
    };

    /// <summary>The name of a metric, with that of the consumer if it has one.</summary>
    internal static string Name(JsonNode metric) => string.Join('/', metric["Dimensions"]!.AsArray()
        .Where(dimension => (string)dimension!["Name"]! != "StreamName")
        .Select(dimension => (string)dimension!["Value"]!)
        .Prepend((string)metric["MetricName"]!));

    private double Minute(JsonNode time) => (DateTimeOffset.Parse((string)time!, CultureInfo.InvariantCulture) - start).TotalMinutes;

    private string Text(int minute) => start.AddMinutes(minute).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private readonly record struct Point(int Minute, double Value, double VisibleFrom, bool InParts)
    {
        public double? At(double now) => VisibleFrom <= now ? Value : InParts && Minute + 1 <= now ? 0.6 * Value : null;
    }
}
