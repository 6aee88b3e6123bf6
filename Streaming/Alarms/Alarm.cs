using Constructs;
using HashiCorp.Cdktf.Providers.Aws.CloudwatchMetricAlarm;
using Nautilus.Foundations;

namespace Nautilus.Alarms;

/// <summary>An alarm as data. It fires at its threshold and above.</summary>
internal sealed record Alarm
{
    private const int LongestName = 255;
    private const int LongestDescription = 1024;

    /// <summary>What it is about: the end of its name, and its id.</summary>
    public required string What { get; init; }

    public required string Meaning { get; init; }

    /// <summary>The first three things to do.</summary>
    public required (string First, string Second, string Third) ToDo { get; init; }

    public Metric? Metric { get; init; }

    public Formula? Formula { get; init; }

    public required double Threshold { get; init; }

    public TimeSpan Period { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>M of N: how many of the last periods must be at the threshold.</summary>
    public required (int Of, int Last) Periods { get; init; }

    public required string Missing { get; init; }

    /// <summary>Whether it can't wait for the morning.</summary>
    public bool Pages { get; init; }

    public CloudwatchMetricAlarm In(Construct scope, string subject, AlarmTopic? topic, AlarmTopic? pageTopic)
    {
        var (name, description) = ($"{subject}-{What}", $"{Meaning} 1. {ToDo.First} 2. {ToDo.Second} 3. {ToDo.Third}");
        Rules.Check($"alarm '{name}'",
            (name.Length <= LongestName, $"name must have {LongestName} characters at most, got {name.Length}"),
            (description.Length <= LongestDescription, $"description must have {LongestDescription} characters at most, got {description.Length}"));

        topic = (Pages ? pageTopic : null) ?? topic ?? AlarmTopic.Of(scope);
        return new CloudwatchMetricAlarm(scope, What, new CloudwatchMetricAlarmConfig
        {
            AlarmName = name,
            AlarmDescription = description,
            Namespace = Metric?.Namespace,
            MetricName = Metric?.Name,
            Statistic = Metric?.Statistic,
            Dimensions = Metric?.Dimensions.ToDictionary(),
            Period = Metric is null ? null : Period.TotalSeconds,
            MetricQuery = Formula is null ? null : Queries(),
            ComparisonOperator = "GreaterThanOrEqualToThreshold",
            Threshold = Threshold,
            DatapointsToAlarm = Periods.Of,
            EvaluationPeriods = Periods.Last,
            TreatMissingData = Missing,
            AlarmActions = [topic.Arn],
            OkActions = [topic.Arn],
        });
    }

    public CloudwatchMetricAlarmMetricQuery[] Queries() =>
    [
        new() { Id = "result", Expression = Formula!.Expression, Label = Formula.Label, Period = Formula.IsQuery ? Period.TotalSeconds : null, ReturnData = true },
        .. Formula.Queries.Select(query => new CloudwatchMetricAlarmMetricQuery { Id = query.Key, Expression = query.Value, Period = Period.TotalSeconds }),
        .. Formula.Metrics.Select(part => new CloudwatchMetricAlarmMetricQuery { Id = part.Key, Metric = Part(part.Value) }),
    ];

    private CloudwatchMetricAlarmMetricQueryMetric Part(Metric metric) => new()
    {
        Namespace = metric.Namespace,
        MetricName = metric.Name,
        Stat = metric.Statistic,
        Dimensions = metric.Dimensions.ToDictionary(),
        Period = Period.TotalSeconds,
    };
}

/// <summary>What a period without a data point counts as.</summary>
internal static class Missing
{
    /// <summary>All is well: the metric comes only with what it counts.</summary>
    public const string IsGood = "notBreaching";

    /// <summary>Nothing: what was so stays so.</summary>
    public const string ChangesNothing = "ignore";
}
