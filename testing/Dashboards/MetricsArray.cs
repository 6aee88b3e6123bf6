using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using static Nautilus.Testing.Dashboards.Checks;

namespace Nautilus.Testing.Dashboards;

/// <summary>
/// The metrics of a widget. Each is a list of namespace, name and pairs of dimensions, and of an object that says how it is drawn;
/// or only that object, with an expression. A dot repeats an item of the metric before, three dots repeat several.
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html,
/// "Metric Widget: Format for Each Metric in the Array".
/// </summary>
internal static partial class MetricsArray
{
    private const int Dimensions = 30;

    private static readonly Field[] Drawn =
    [
        new("id", Like("an id: letters, digits and _, beginning with a small letter", "[a-z][a-zA-Z0-9_]{0,254}")),
        new("label", Text),
        new("color", Widgets.Color),
        new("period", Widgets.Period),
        new("region", Widgets.Region),
        new("accountId", Like("an account", "[0-9]{12}")),
        new("visible", Flag),
        new("yAxis", Widgets.Side),
    ];

    private static readonly Check Metric = Object([.. Drawn, new("stat", Widgets.Statistic)]);

    private static readonly Check Expression = Object([.. Drawn, new("expression", Text, Required: true)]);

    public static IEnumerable<string> Element(JsonNode? value, string at) => ListOf((item, place) => item switch
    {
        JsonObject { Parent: JsonArray { Count: 1 } } => Expression(item, place),
        JsonObject when item == item.Parent!.AsArray()[^1] => Metric(item, place),
        _ => Text(item, place),
    }, 1)(value, at);

    public static IEnumerable<string> Complaints(JsonNode properties, string at)
    {
        var metrics = Of(properties).ToArray();
        var ids = metrics.Select(metric => metric.Id).OfType<string>().ToArray();
        foreach (var id in ids.GroupBy(id => id).Where(same => same.Count() > 1))
            yield return $"{at}.metrics: id '{id.Key}' is taken {id.Count()} times";
        foreach (var (metric, index) in metrics.Select((metric, index) => (metric, index)))
        {
            foreach (var complaint in metric.Expression is { } expression ? Unknown(expression, ids) : Malformed(metric))
                yield return $"{at}.metrics[{index}] {complaint}";
        }
    }

    /// <summary>The metrics of a widget's properties, with the dots resolved.</summary>
    public static IEnumerable<WidgetMetric> Of(JsonNode properties)
    {
        string[] before = [];
        foreach (var element in (properties["metrics"] as JsonArray ?? []).OfType<JsonArray>())
        {
            var drawn = element.LastOrDefault() as JsonObject;
            var names = element.Where(item => item.AsText() is not null).Select(item => item.AsText()!).ToArray();
            var expression = drawn?["expression"].AsText();
            if (expression is null)
                before = names = Whole(names, before);
            yield return new(names, expression, drawn?["id"].AsText());
        }
    }

    private static string[] Whole(string[] names, string[] before) => names is ["...", .. var rest]
        ? [.. before.SkipLast(rest.Length), .. rest]
        : [.. names.Select((name, index) => name == "." && index < before.Length ? before[index] : name)];

    private static IEnumerable<string> Malformed(WidgetMetric metric)
    {
        if (metric.Names.Any(name => name is "." or "..."))
            yield return "repeats an item that the metric before does not have";
        else if (metric.Names.Length < 2 || metric.Names.Length % 2 != 0)
            yield return $"must be namespace, name and pairs of dimensions, got {string.Join(", ", metric.Names)}";
        else if (metric.Dimensions.Count() > Dimensions)
            yield return $"must have at most {Dimensions} dimensions, got {metric.Dimensions.Count()}";
    }

    // Ids begin with a small letter, functions with a capital. A query of Metrics Insights names metrics, and no ids.
    private static IEnumerable<string> Unknown(string expression, string[] ids)
    {
        if (expression.StartsWith("SELECT ", StringComparison.Ordinal))
            return [];
        var names = Identifier().Matches(Quoted().Replace(expression, "''")).Select(match => match.Value).Distinct();
        return names.Except(ids).Select(name => $"names '{name}', which is not an id of the widget");
    }

    [GeneratedRegex(@"\b[a-z]\w*")]
    private static partial Regex Identifier();

    [GeneratedRegex("\"[^\"]*\"|'[^']*'")]
    private static partial Regex Quoted();
}
