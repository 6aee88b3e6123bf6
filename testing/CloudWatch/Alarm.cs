using System.Text.Json.Nodes;
using Nautilus.Testing.CloudWatch.Math;

namespace Nautilus.Testing.CloudWatch;

/// <summary>An alarm as CloudWatch evaluates it, every minute.</summary>
internal sealed class Alarm
{
    private readonly Dictionary<string, MetricQuery> _queries;
    private readonly MetricQuery _result;
    private readonly int _period;
    private readonly MissingData _rules;
    private readonly Func<double, bool> _breaches;

    /// <param name="alarm">The attributes of an <c>aws_cloudwatch_metric_alarm</c>.</param>
    public Alarm(JsonNode alarm)
    {
        Name = alarm["alarm_name"]!.GetValue<string>();
        MetricQuery[] queries = alarm["metric_query"] is { } several
            ? [.. several.AsArray().Select(query => MetricQuery.Read(query!))]
            : [MetricQuery.OfMetric("only", alarm, (alarm["statistic"] ?? alarm["extended_statistic"])!.GetValue<string>()) with { IsResult = true }];
        _queries = queries.ToDictionary(query => query.Id);
        _result = queries.Single(query => query.IsResult);
        _period = queries.Select(query => query.Period).OfType<int>().Distinct().Single() / 60;
        var periods = alarm["evaluation_periods"]!.GetValue<int>();
        _rules = new(alarm["treat_missing_data"]?.GetValue<string>() ?? "missing", alarm["datapoints_to_alarm"]?.GetValue<int>() ?? periods, periods);
        _breaches = Comparison(alarm["comparison_operator"]!.GetValue<string>(), alarm["threshold"]!.GetValue<double>());
    }

    public string Name { get; }

    /// <summary>The state after a minute, from what was reported and known by then, and from the state before.</summary>
    public AlarmState Evaluate(Metrics metrics, int minute, AlarmState current, Doubts doubts)
    {
        var series = Run(metrics, new(minute, _rules.EvaluationRange, _period) { Late = doubts.MinutesLate, FillsTheEmpty = doubts.FillsTheEmpty });
        return _rules.State([.. series.Points.Select(point => point is { } value ? _breaches(value) : (bool?)null)], current);
    }

    private Series Run(Metrics metrics, Window window)
    {
        return Compute(_result) as Series ?? throw new NotSupportedException($"alarm '{Name}' must come to one series");

        Value Compute(MetricQuery query) => query.Run(metrics, new Scope(window, id => Compute(_queries[id])));
    }

    private static Func<double, bool> Comparison(string name, double threshold) => name switch
    {
        "GreaterThanThreshold" => value => value > threshold,
        "GreaterThanOrEqualToThreshold" => value => value >= threshold,
        "LessThanThreshold" => value => value < threshold,
        "LessThanOrEqualToThreshold" => value => value <= threshold,
        _ => throw new NotSupportedException($"comparison_operator '{name}' is not known here"),
    };
}
