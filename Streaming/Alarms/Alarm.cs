using Constructs;
using HashiCorp.Cdktf.Providers.Aws.CloudwatchMetricAlarm;
using Nautilus.Foundations;

namespace Nautilus.Alarms;

/// <summary>An alarm as data. It goes off at its threshold and above.</summary>
internal sealed record Alarm
{
    private const int LongestName = 255;
    private const int LongestDescription = 1024;

    /// <summary>The subject of the alarm: the end of its name, and its id.</summary>
    public required string What { get; init; }

    /// <summary>What happened, and what it means.</summary>
    public required string Meaning { get; init; }

    /// <summary>The first three things to do.</summary>
    public required (string First, string Second, string Third) ToDo { get; init; }

    public Metric? Metric { get; init; }

    /// <summary>The formula, where one metric is not enough. It is read at synth, when all that it depends on is known.</summary>
    public Func<Formula>? Formula { get; init; }

    public required double Threshold { get; init; }

    public TimeSpan Period { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>M of N: how many of the last periods must be at the threshold.</summary>
    public required (int Of, int Last) Periods { get; init; }

    /// <summary>One of <see cref="Alarms.Missing"/>.</summary>
    public required string Missing { get; init; }

    /// <summary>Whether the alarm can't wait for the morning.</summary>
    public bool Pages { get; init; }

    public CloudwatchMetricAlarm In(Construct scope, string subject, AlarmTopic? topic, AlarmTopic? pageTopic)
    {
        var (name, description) = ($"{subject}-{What}", $"{Meaning} 1. {ToDo.First} 2. {ToDo.Second} 3. {ToDo.Third}");
        Check.That($"alarm '{name}'",
            Rule.AtMost("the length of its name", name.Length, LongestName),
            Rule.AtMost("the length of its description", description.Length, LongestDescription));

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
            MetricQuery = Formula is { } formula ? AtSynth.Value(() => formula().InTerraform(Period)) : null,
            ComparisonOperator = "GreaterThanOrEqualToThreshold",
            Threshold = Threshold,
            DatapointsToAlarm = Periods.Of,
            EvaluationPeriods = Periods.Last,
            TreatMissingData = Missing,
            AlarmActions = [topic.Arn],
            OkActions = [topic.Arn],
        });
    }
}
