using System.Text.RegularExpressions;
using Nautilus.Testing.CloudWatch.MetricMath;

namespace Nautilus.Testing.CloudWatch;

/// <summary>
/// A query of Metrics Insights, without LIMIT and with AND only. The order of the series is not modelled.
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-metrics-insights-querylanguage.html
/// </summary>
internal sealed partial record InsightsQuery(string Function, string Metric, string Namespace)
{
    /// <summary>The names of all dimensions that a metric must have; null if it may have any.</summary>
    public required IReadOnlySet<string>? Schema { get; init; }

    public required IReadOnlyList<(string Dimension, bool Equal, string Value)> Conditions { get; init; }

    public required IReadOnlyList<string> GroupBy { get; init; }

    public static bool IsOne(string expression) => expression.StartsWith("SELECT ", StringComparison.Ordinal);

    public static InsightsQuery Parse(string text)
    {
        var query = Pattern().Match(text);
        if (!query.Success)
            throw new FormatException($"not a query of Metrics Insights that is modelled: {text}");
        return new(query.Groups["function"].Value, Unquoted(query.Groups["metric"].Value), query.Groups["namespace"].Value)
        {
            Schema = query.Groups["dimension"] is { Success: true } names ? Unquoted(names).ToHashSet() : null,
            Conditions = [.. query.Groups["condition"].Captures.Select(condition => Condition(condition.Value))],
            GroupBy = [.. Unquoted(query.Groups["by"])],
        };
    }

    /// <summary>One series; with GROUP BY, one for each group that has a value within the window.</summary>
    public Value Run(Metrics metrics, Window window)
    {
        var groups = from metric in metrics.All.Where(Selects)
                     group metrics.Series(metric, Statistic, window) by string.Join('\n', GroupBy.Select(name => metric[name])) into members
                     orderby members.Key
                     select Combine([.. members]);
        var found = groups.Where(series => series.Points.Any(point => point is not null)).ToArray();
        return GroupBy.Count > 0 ? new SeriesArray(found) : found.SingleOrDefault() ?? new Series(new double?[window.Count]);
    }

    private string Statistic => Function switch
    {
        "SUM" => "Sum",
        "MAX" => "Maximum",
        "MIN" => "Minimum",
        "COUNT" => "SampleCount",
        _ => throw new NotSupportedException($"'{Function}' in a query of Metrics Insights is not modelled"),
    };

    private bool Selects(Metric metric) =>
        metric.Namespace == Namespace && metric.Name == Metric
        && (Schema?.SetEquals(metric.DimensionNames) ?? GroupBy.All(name => metric[name] is not null))
        && Conditions.All(condition => metric[condition.Dimension] is { } value && value == condition.Value == condition.Equal);

    private Series Combine(IReadOnlyList<Series> members) => members.Aggregate((sum, member) => sum.Zip(member, (a, b) => (a, b) switch
    {
        (null, _) => b,
        (_, null) => a,
        _ when Function is "MAX" => Math.Max(a.Value, b.Value),
        _ when Function is "MIN" => Math.Min(a.Value, b.Value),
        _ => a + b,
    }));

    private static (string, bool, string) Condition(string text)
    {
        var parts = text.Split('=', 2);
        return (Unquoted(parts[0].TrimEnd('!', ' ')), !parts[0].EndsWith('!'), parts[1].Trim().Trim('\''));
    }

    private static IEnumerable<string> Unquoted(Group names) => names.Captures.Select(name => Unquoted(name.Value));

    private static string Unquoted(string name) => name.Trim().Trim('"');

    [GeneratedRegex("""
        ^SELECT\ (?<function>[A-Z]+)\((?<metric>[\w."]+)\)
        \ FROM\ (SCHEMA\("(?<namespace>[^"]+)"(,\s*(?<dimension>[\w"]+))*\)|"(?<namespace>[^"]+)")
        (\ WHERE\ (?<condition>[\w"]+\s*!?=\s*'[^']*')(\ AND\ (?<condition>[\w"]+\s*!?=\s*'[^']*'))*)?
        (\ GROUP\ BY\ (?<by>[\w"]+)(,\s*(?<by>[\w"]+))*)?
        (\ ORDER\ BY\ [A-Z]+\(\)(\ (ASC|DESC))?)?\z
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pattern();
}
