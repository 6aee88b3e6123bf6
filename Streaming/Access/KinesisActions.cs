namespace Nautilus.Access;

/// <summary>
/// What each kind of producer and consumer calls, and nothing else. <c>ListStreams</c> is in none: it can't be limited to a stream.
/// </summary>
internal static class KinesisActions
{
    /// <summary>On the stream: a producer that uses the AWS SDK.</summary>
    public static readonly string[] Put = ["kinesis:PutRecord", "kinesis:PutRecords"];

    /// <summary>On the stream: a topic rule of AWS IoT, which puts records one by one.</summary>
    public static readonly string[] IotRule = ["kinesis:PutRecord"];

    /// <summary>On the stream, beside <see cref="Put"/>: the Kinesis Producer Library learns the shards.</summary>
    public static readonly string[] LearnShards = ["kinesis:DescribeStreamSummary", "kinesis:ListShards"];

    /// <summary>
    /// On the stream: a consumer that polls. The AWS SDK alone needs no <c>DescribeStream</c>. But Lambda, Flink, Databricks and the
    /// Kinesis Client Library call it before they read.
    /// </summary>
    public static readonly string[] Poll =
    [
        "kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards",
    ];

    /// <summary>On the stream: a consumer with fan-out, which reads through its registration.</summary>
    public static readonly string[] Describe = ["kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:ListShards"];

    /// <summary>On the stream: Firehose.</summary>
    public static readonly string[] Firehose =
        ["kinesis:DescribeStream", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"];

    /// <summary>On a registered consumer: enhanced fan-out.</summary>
    public static readonly string[] Subscribe = ["kinesis:DescribeStreamConsumer", "kinesis:SubscribeToShard"];

    /// <summary>On the stream: an application that registers its consumer itself.</summary>
    public static readonly string[] Register = ["kinesis:RegisterStreamConsumer"];

    /// <summary>On a registered consumer: an application that removes its consumer when it stops.</summary>
    public const string Deregister = "kinesis:DeregisterStreamConsumer";

    /// <summary>On the lease table of a KCL application.</summary>
    public static readonly string[] LeaseTable =
    [
        "dynamodb:CreateTable", "dynamodb:DeleteItem", "dynamodb:DescribeTable", "dynamodb:GetItem",
        "dynamodb:PutItem", "dynamodb:Scan", "dynamodb:UpdateItem", "dynamodb:UpdateTable",
    ];

    /// <summary>On the worker metrics and coordinator tables of a KCL 3 application.</summary>
    public static readonly string[] WorkerTables =
    [
        "dynamodb:CreateTable", "dynamodb:DeleteItem", "dynamodb:DescribeTable", "dynamodb:GetItem",
        "dynamodb:PutItem", "dynamodb:Scan", "dynamodb:UpdateItem",
    ];
}
