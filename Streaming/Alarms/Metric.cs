namespace Nautilus.Streaming.Alarms;

/// <summary>A metric of CloudWatch, with the dimensions that make it match.</summary>
internal sealed record Metric(string Namespace, string Name, string Statistic, IReadOnlyDictionary<string, string> Dimensions)
{
    public static Metric OfStream(string stream, string name, string statistic = "Sum") =>
        new("AWS/Kinesis", name, statistic, new Dictionary<string, string> { ["StreamName"] = stream });

    public static Metric OfConsumer(string stream, string consumer, string name, string statistic = "Sum") =>
        new("AWS/Kinesis", name, statistic, new Dictionary<string, string> { ["StreamName"] = stream, ["ConsumerName"] = consumer });
}

/// <summary>What an alarm looks at, when one metric does not say it.</summary>
/// <param name="Expression">In metric math; or a query of Metrics Insights.</param>
/// <param name="Label">What the result is.</param>
internal sealed record Formula(string Expression, string Label)
{
    public bool IsQuery => Expression.StartsWith("SELECT ", StringComparison.Ordinal);

    public IReadOnlyDictionary<string, Metric> Metrics { get; init; } = new Dictionary<string, Metric>();

    /// <summary>Queries of Metrics Insights.</summary>
    public IReadOnlyDictionary<string, string> Queries { get; init; } = new Dictionary<string, string>();
}
