namespace Nautilus.Alarms;

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
    /// <summary>1 while records come into a stream and none of these metrics tells anything. A metric without data counts as 0 beside one that has some.</summary>
    public static Formula TrafficWithout(string stream, IReadOnlyDictionary<string, Metric> answers, string label) =>
        new($"IF((incoming > 0) AND (0 * incoming + {string.Join(" + ", answers.Keys)} == 0), 1, 0)", label)
        {
            Metrics = new Dictionary<string, Metric>([new("incoming", Metric.OfStream(stream, "IncomingRecords")), .. answers]),
        };

    public bool IsQuery => Expression.StartsWith("SELECT ", StringComparison.Ordinal);

    public IReadOnlyDictionary<string, Metric> Metrics { get; init; } = new Dictionary<string, Metric>();

    /// <summary>Queries of Metrics Insights.</summary>
    public IReadOnlyDictionary<string, string> Queries { get; init; } = new Dictionary<string, string>();
}
