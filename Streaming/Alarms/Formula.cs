namespace Nautilus.Alarms;

/// <summary>What an alarm watches, where one metric is not enough.</summary>
/// <param name="Expression">An expression of metric math, or a query of Metrics Insights.</param>
/// <param name="Label">The name of the result.</param>
internal sealed record Formula(string Expression, string Label)
{
    public IReadOnlyDictionary<string, Metric> Metrics { get; init; } = new Dictionary<string, Metric>();

    /// <summary>Queries of Metrics Insights.</summary>
    public IReadOnlyDictionary<string, string> Queries { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// 1 while records arrive in a stream and none of these metrics reports anything. A metric without data counts as 0 beside a metric
    /// that has data.
    /// </summary>
    public static Formula TrafficWithout(string stream, IReadOnlyDictionary<string, Metric> answers, string label) =>
        new($"IF((incoming > 0) AND (0 * incoming + {string.Join(" + ", answers.Keys)} == 0), 1, 0)", label)
        {
            Metrics = new Dictionary<string, Metric>([new("incoming", Metric.OfStream(stream, "IncomingRecords")), .. answers]),
        };

    /// <summary>The queries of an alarm, in Terraform's own JSON.</summary>
    public Dictionary<string, object>[] InTerraform(TimeSpan period) =>
    [
        Result(period),
        .. Queries.Select(query => new Dictionary<string, object>
        {
            ["id"] = query.Key, ["expression"] = query.Value, ["period"] = period.TotalSeconds,
        }),
        .. Metrics.Select(metric => new Dictionary<string, object> { ["id"] = metric.Key, ["metric"] = metric.Value.InTerraform(period) }),
    ];

    private Dictionary<string, object> Result(TimeSpan period)
    {
        var result = new Dictionary<string, object>
        {
            ["id"] = "result", ["expression"] = Expression, ["label"] = Label, ["return_data"] = true,
        };
        if (Expression.StartsWith("SELECT ", StringComparison.Ordinal))
            result["period"] = period.TotalSeconds;
        return result;
    }
}
