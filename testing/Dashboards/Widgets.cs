using System.Text.Json.Nodes;
using static Nautilus.Testing.Dashboards.Checks;

namespace Nautilus.Testing.Dashboards;

/// <summary>
/// The widgets of types alarm, log, metric and text, and their properties:
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
/// </summary>
internal static class Widgets
{
    public const int Columns = 24;

    public const int DefaultSize = 6;

    public static readonly Check Period = That("1, 5, 10, 30 or a multiple of 60", value => IsPeriod(value.AsWhole()));

    public static readonly Check Region = Like("a region", "[a-z]{2}(-[a-z]+)+-[0-9]");

    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html
    public static readonly Check Statistic = Like(
        "a statistic",
        @"SampleCount|Average|Sum|Minimum|Maximum|IQM"
        + @"|(p|tm|wm|tc|ts)(100|[0-9]{1,2}(\.[0-9]{1,10})?)"
        + @"|(PR|TM|WM|TC|TS)\([0-9.]*%?:[0-9.]*%?\)");

    public static readonly Check Side = OneOf("left", "right");

    public static readonly Check Color = Like("a colour such as #2ca02c", "#[0-9a-fA-F]{6}");

    private static readonly Check Axis = Object(new("label", Text), new("min", Number), new("max", Number), new("showUnits", Flag));

    private static readonly Check Time = Like(
        "a time such as -PT6H or 2026-01-01T00:00:00Z",
        @"-P(?=.)(\d+[YMWD])*(T(\d+[HMS])+)?|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z");

    private static readonly Check Line = Object(
        new("value", Number, Required: true),
        new("label", Text),
        new("color", Color),
        new("fill", OneOf("above", "below", "none")),
        new("visible", Flag),
        new("yAxis", Side));

    private static readonly Check Moment = Object(
        new("value", Time, Required: true),
        new("label", Text),
        new("color", Color),
        new("fill", OneOf("before", "after", "none")),
        new("visible", Flag));

    private static readonly Check Annotations = Object(
        new("alarms", ListOf(Alarm, 1, 1)),
        new("horizontal", ListOf(LineOrBand)),
        new("vertical", ListOf(Moment)));

    private static readonly Dictionary<string, Check> Properties = new()
    {
        ["alarm"] = Object(
            new("alarms", ListOf(Alarm, 1, 100), Required: true),
            new("title", Text),
            new("sortBy", OneOf("default", "stateUpdatedTimestamp", "timestamp")),
            new("states", ListOf(OneOf("ALARM", "INSUFFICIENT_DATA", "OK")))),
        ["log"] = Object(
            new("query", Text, Required: true),
            new("region", Region, Required: true),
            new("title", Text),
            new("view", OneOf("table", "timeSeries", "bar", "pie")),
            new("stacked", Flag)),
        ["metric"] = Object(
            new("region", Region, Required: true),
            new("metrics", ListOf(MetricsArray.Element, 0, 500)),
            new("annotations", Annotations),
            new("title", Text),
            new("view", OneOf("timeSeries", "singleValue", "gauge", "bar", "pie", "table")),
            new("stat", Statistic),
            new("period", Period),
            new("start", Time),
            new("end", Time),
            new("stacked", Flag),
            new("sparkline", Flag),
            new("trend", Flag),
            new("liveData", Flag),
            new("setPeriodToTimeRange", Flag),
            new("singleValueFullPrecision", Flag),
            new("timezone", Like("a time zone such as +0130", "[+-][0-9]{4}")),
            new("legend", Object(new Field("position", OneOf("right", "bottom", "hidden"), Required: true))),
            new("yAxis", Object(new("left", Axis), new("right", Axis)))).Also(GoesTogether).Also(MetricsArray.Complaints),
        ["text"] = Object(new("markdown", Text, Required: true), new("background", OneOf("solid", "transparent"))),
    };

    public static readonly Check Body = Object(
        new("widgets", ListOf(Object(
            new("type", OneOf([.. Properties.Keys]), Required: true),
            new("x", Whole(0, Columns - 1)),
            new("y", Whole(0)),
            new("width", Whole(1, Columns)),
            new("height", Whole(1, 1000)),
            new("properties", (_, _) => [], Required: true)).Also(OfItsType), 0, 500), Required: true),
        new("start", Time),
        new("end", Time),
        new("periodOverride", OneOf("auto", "inherit"))).Also(EndHasStart);

    private static bool IsPeriod(int? seconds) => seconds is 1 or 5 or 10 or 30 || (seconds > 0 && seconds % 60 == 0);

    private static IEnumerable<string> OfItsType(JsonNode widget, string at) =>
        widget["properties"] is { } properties && Properties.TryGetValue(widget["type"].AsText() ?? "", out var check)
            ? check(properties, $"{at}.properties")
            : [];

    private static IEnumerable<string> Alarm(JsonNode? value, string at) =>
        Like("the ARN of an alarm", @"arn:aws[\w-]*:cloudwatch:[\w-]+:\d{12}:alarm:.+")(value, at);

    private static IEnumerable<string> LineOrBand(JsonNode? value, string at) =>
        value is JsonArray ? ListOf(Line, 2, 2)(value, at) : Line(value, at);

    private static IEnumerable<string> EndHasStart(JsonNode body, string at) =>
        body["end"] is not null && body["start"] is null ? [$"{at} has an end, but no start"] : [];

    private static IEnumerable<string> GoesTogether(JsonNode properties, string at)
    {
        if (properties["metrics"] is null && properties["annotations"]?["alarms"] is null)
            yield return $"{at} must have metrics, or an alarm in its annotations";
        var left = properties["yAxis"]?["left"];
        if (properties["view"].AsText() == "gauge" && (left?["min"] is null || left["max"] is null))
            yield return $"{at} is a gauge: yAxis.left must have min and max";
        foreach (var complaint in EndHasStart(properties, at))
            yield return complaint;
    }
}
