namespace Nautilus.Review.Access;

/// <summary>Actions for which AWS differs from its reference.</summary>
/// <param name="Name">The difference.</param>
/// <param name="AlsoTakes">The types of resource that the actions take, besides those of the reference.</param>
/// <param name="Reason">The source.</param>
/// <param name="Actions">The actions.</param>
internal sealed record TableException(string Name, IReadOnlyList<string> AlsoTakes, string Reason, IReadOnlyList<string> Actions)
{
    /// <summary>All of these actions may be on * as well.</summary>
    public static IReadOnlyList<TableException> All { get; } =
    [
        new("Streams are changed one by one", ["stream"], "AWS's own aws-samples/kinesis-auto-scaling scopes UpdateShardCount to streams",
        [
            "kinesis:UpdateShardCount",
            "kinesis:UpdateStreamMode",
            "kinesis:EnableEnhancedMonitoring",
            "kinesis:DisableEnhancedMonitoring",
        ]),
        new("Log groups are described by pattern", ["log-group"], "the Managed Flink guide scopes DescribeLogGroups to log-group ARNs",
            ["logs:DescribeLogGroups"]),
        new("Metrics have no ARN", [], "a dataset is optional; PutMetricData is limited by the condition key cloudwatch:namespace",
            ["cloudwatch:GetMetricData", "cloudwatch:ListMetrics", "cloudwatch:PutMetricData"]),
    ];
}
