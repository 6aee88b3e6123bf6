using static Tests.Stacks.AccessOfThePipeline;

namespace Tests.Stacks;

/// <summary>The actions that each role of the streaming ETL must be allowed, by resource; without those on keys.</summary>
internal static class PipelinePresets
{
    private static readonly string[] Poll =
        ["kinesis:DescribeStream", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"];

    private static readonly string[] Subscribe = ["kinesis:DescribeStreamConsumer", "kinesis:SubscribeToShard"];
    private static readonly string[] PutToFirehose = ["firehose:PutRecord", "firehose:PutRecordBatch"];
    private static readonly string[] Traces = ["xray:PutTelemetryRecords", "xray:PutTraceSegments"];
    private static readonly string[] WriteLog = ["logs:CreateLogStream", "logs:PutLogEvents"];
    private static readonly string[] FindBucket = ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"];
    private static readonly string[] Deliver = ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"];
    private static readonly string[] CopyFrom =
        ["s3:GetObjectVersionAcl", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionTagging"];

    // As it is registered, and by its name alone.
    private static readonly string[] FlinkConsumers = [FlinkConsumer, FlinkConsumer[..FlinkConsumer.LastIndexOf(':')]];

    private static readonly string[] Transform = ["lambda:GetFunctionConfiguration", "lambda:InvokeFunction"];
    private static readonly string[] ReadTable = ["glue:GetTable", "glue:GetTableVersion", "glue:GetTableVersions"];

    private static readonly string[] DescribeNetwork =
        ["ec2:DescribeNetworkInterfaces", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs"];

    private static readonly string[] DeliverLogs =
    [
        "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies",
        "logs:GetLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:UpdateLogDelivery",
    ];

    public static Dictionary<string, (string Resource, string[] Actions)[]> All { get; } = new()
    {
        ["transform"] = [(Log("/aws/lambda/streaming-etl-transform:log-stream:2026"), WriteLog), ("*", Traces)],
        ["aggregate"] =
        [
            (StreamArn, [.. Poll, "kinesis:DescribeStreamSummary"]), (Aggregator, Subscribe), ($"{Deliveries}-to-search", PutToFirehose),
            (Failures, ["s3:ListBucket"]), ($"{Failures}/aws/lambda/x", ["s3:PutObject"]),
            (Log("/aws/lambda/streaming-etl-aggregate:log-stream:2026"), WriteLog), ("*", Traces),
        ],
        ["to-lake"] =
        [
            (StreamArn, Poll), ($"{FunctionArn}-transform:$LATEST", Transform), (Lake, FindBucket),
            ($"{Lake}/events/x", Deliver), ($"{Lake}/errors/streaming-etl-to-lake/x", Deliver),
            (Log("/aws/kinesisfirehose/streaming-etl-to-lake:log-stream:delivery"), ["logs:PutLogEvents"]),
            ($"{Catalog}:catalog", ReadTable), ($"{Catalog}:database/streaming_etl", ReadTable),
            ($"{Catalog}:table/streaming_etl/events", ReadTable),
        ],
        ["lake"] =
        [
            (Lake, ["s3:GetReplicationConfiguration", "s3:ListBucket"]),
            .. new[] { "x", "events/x", "errors/streaming-etl-to-lake/x" }.Select(path => ($"{Lake}/{path}", CopyFrom)),
            ($"{Copies}/x", ["s3:ReplicateObject", "s3:ReplicateTags"]),
        ],
        ["search"] =
        [
            (Domain, ["es:DescribeDomain", "es:DescribeDomainConfig", "es:DescribeDomains"]),
            .. InDomain("_bulk", "es:ESHttpPost", "es:ESHttpPut"),
            .. InDomain("_cluster/stats", "es:ESHttpGet", "es:ESHttpPost", "es:ESHttpPut"),
            .. InDomain("aggregates-2026/_mapping/x", "es:ESHttpGet", "es:ESHttpPost", "es:ESHttpPut"),
            .. InDomain("orders/_search", "es:ESHttpPost", "es:ESHttpPut"),
            ("*", DescribeNetwork), (Network, ["ec2:DescribeVpcAttribute"]),
            .. Clients.Select(part => (part, new[] { "ec2:CreateNetworkInterface" })),
            (Interface, ["ec2:CreateNetworkInterface", "ec2:CreateNetworkInterfacePermission", "ec2:DeleteNetworkInterface"]),
            (Failures, FindBucket), ($"{Failures}/errors/streaming-etl-to-search/x", Deliver),
            (Log("/aws/kinesisfirehose/streaming-etl-to-search:log-stream:delivery"), ["logs:PutLogEvents"]),
        ],
        ["to-warehouse"] =
        [
            (StreamArn, Poll), ($"{FunctionArn}-transform:$LATEST", Transform), (Staging, FindBucket),
            ($"{Staging}/staging/streaming-etl-to-warehouse/x", Deliver), ($"{Staging}/errors/x", Deliver),
            (Secret, ["secretsmanager:GetSecretValue"]),
            (Log("/aws/kinesisfirehose/streaming-etl-to-warehouse:log-stream:delivery"), ["logs:PutLogEvents"]),
        ],
        ["flink"] =
        [
            (StreamArn, [.. Poll, "kinesis:DescribeStreamSummary"]), .. FlinkConsumers.Select(consumer => (consumer, Subscribe)),
            ($"{Deliveries}-to-search", PutToFirehose),
            (Jar, ["s3:GetObject", "s3:GetObjectVersion"]), (FlinkLog, ["logs:DescribeLogStreams", "logs:PutLogEvents"]),
        ],
        ["stream_scaling_worker"] =
        [
            (StreamArn, ["kinesis:DescribeStreamSummary"]),
            ("*", ["kinesis:UpdateShardCount", "cloudwatch:GetMetricData", "cloudwatch:PutMetricData"]), ("*", DeliverLogs),
            ("*", [.. Traces, "xray:GetSamplingRules", "xray:GetSamplingTargets"]),
        ],
        ["stream_scaling_starter"] = [(Workflow, ["states:StartExecution"])],
    };

    private static (string, string[])[] InDomain(string path, params string[] actions) => [($"{Domain}/{path}", actions)];
}
