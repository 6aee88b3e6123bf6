using System.Text.Json.Nodes;
using Nautilus.Testing.CloudWatch.MetricMath;

namespace Nautilus.Testing.CloudWatch;

/// <summary>
/// A metric alarm as CloudWatch evaluates it: every minute, on a sliding window of whole minutes.
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
/// </summary>
public sealed class Alarm
{
    private readonly Dictionary<string, MetricQuery> _queries;
    private readonly MetricQuery _result;
    private readonly int _period;
    private readonly MissingData _rules;
    private readonly Func<double, bool> _breaches;

    /// <summary>Reads an alarm. One that is not fully understood is an error.</summary>
    /// <param name="alarm">The attributes of an <c>aws_cloudwatch_metric_alarm</c>, see <see cref="SynthesizedAlarms"/>.</param>
    /// <exception cref="NotSupportedException">The alarm has something that is not modelled here.</exception>
    public Alarm(JsonNode alarm)
    {
        Name = alarm["alarm_name"]!.GetValue<string>();
        MetricQuery[] queries = alarm["metric_query"] is { } several
            ? [.. several.AsArray().Select(query => MetricQuery.Read(query!))]
            : [OfOneMetric(alarm)];
        _queries = queries.ToDictionary(query => query.Id);
        _result = queries.Single(query => query.IsResult);
        _period = Minutes([.. queries.Select(query => query.Period).OfType<int>().Distinct()]);
        var periods = Required(alarm, "evaluation_periods").GetValue<int>();
        _rules = new(
            alarm["treat_missing_data"]?.GetValue<string>() ?? "missing",
            alarm["datapoints_to_alarm"]?.GetValue<int>() ?? periods,
            periods);
        _breaches = Comparison(
            Required(alarm, "comparison_operator").GetValue<string>(),
            Required(alarm, "threshold").GetValue<double>());
    }

    /// <summary>The name of the alarm.</summary>
    public string Name { get; }

    /// <summary>The state after a minute.</summary>
    /// <param name="metrics">The metrics that were reported.</param>
    /// <param name="minute">The minute.</param>
    /// <param name="current">The state before.</param>
    /// <param name="doubts">What AWS leaves open.</param>
    public AlarmState Evaluate(Metrics metrics, int minute, AlarmState current, Doubts doubts)
    {
        var window = new Window(minute, _rules.EvaluationRange, _period)
        {
            Late = doubts.MinutesLate,
            FillsTheEmpty = doubts.FillsTheEmpty,
        };
        var points = Run(metrics, window).Points.Select(point => point is { } value ? _breaches(value) : (bool?)null);
        return _rules.State([.. points], current);
    }

    private MetricQuery OfOneMetric(JsonNode alarm)
    {
        var statistic = alarm["statistic"] ?? Required(alarm, "extended_statistic");
        return MetricQuery.OfMetric("only", alarm, statistic.GetValue<string>()) with { IsResult = true };
    }

    private JsonNode Required(JsonNode alarm, string attribute) =>
        alarm[attribute] ?? throw new NotSupportedException($"alarm '{Name}' has no {attribute}: an alarm without one is not modelled");

    private int Minutes(int[] periods) => periods switch
    {
        [var seconds and >= 60] when seconds % 60 == 0 => seconds / 60,
        [var seconds] => throw new NotSupportedException($"alarm '{Name}': the period must be whole minutes, got {seconds} seconds"),
        _ => throw new InvalidOperationException($"alarm '{Name}': all metrics must have one period, got {string.Join(", ", periods)}"),
    };

    private Series Run(Metrics metrics, Window window)
    {
        return Compute(_result) as Series
            ?? throw new NotSupportedException($"alarm '{Name}': the query with return_data must give one time series");

        Value Compute(MetricQuery query) => query.Run(metrics, new Scope(window, id => Compute(_queries[id])));
    }

    private Func<double, bool> Comparison(string name, double threshold) => name switch
    {
        "GreaterThanThreshold" => value => value > threshold,
        "GreaterThanOrEqualToThreshold" => value => value >= threshold,
        "LessThanThreshold" => value => value < threshold,
        "LessThanOrEqualToThreshold" => value => value <= threshold,
        _ => throw new NotSupportedException($"alarm '{Name}': comparison_operator '{name}' is not modelled"),
    };
}
