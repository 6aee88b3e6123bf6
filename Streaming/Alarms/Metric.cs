namespace Nautilus.Alarms;

/// <summary>A metric of CloudWatch, with the dimensions that select it.</summary>
internal sealed record Metric(string Namespace, string Name, string Statistic, IReadOnlyDictionary<string, string> Dimensions)
{
    public static Metric OfStream(string stream, string name, string statistic = "Sum") =>
        new("AWS/Kinesis", name, statistic, new Dictionary<string, string> { ["StreamName"] = stream });

    public static Metric OfConsumer(string stream, string consumer, string name, string statistic = "Sum") =>
        new("AWS/Kinesis", name, statistic, new Dictionary<string, string> { ["StreamName"] = stream, ["ConsumerName"] = consumer });

    /// <summary>The metric as a part of a formula, in Terraform's own JSON.</summary>
    public Dictionary<string, object> InTerraform(TimeSpan period) => new()
    {
        ["namespace"] = Namespace,
        ["metric_name"] = Name,
        ["stat"] = Statistic,
        ["dimensions"] = Dimensions.ToDictionary(),
        ["period"] = period.TotalSeconds,
    };
}
