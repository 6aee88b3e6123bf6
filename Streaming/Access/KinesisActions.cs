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

    /// <summary>On the stream: a consumer that polls with the AWS SDK.</summary>
    public static readonly string[] Poll =
        ["kinesis:DescribeStreamSummary", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"];

    private static readonly string[] PollAndDescribe = ["kinesis:DescribeStream", .. Poll];

    /// <summary>On the stream: an event source mapping of Lambda.</summary>
    public static readonly string[] Lambda = PollAndDescribe;

    /// <summary>On the stream: Firehose.</summary>
    public static readonly string[] Firehose =
        ["kinesis:DescribeStream", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"];

    /// <summary>On the stream: the Kinesis source of Flink.</summary>
    public static readonly string[] Flink = PollAndDescribe;

    /// <summary>On the stream: the Kinesis source of Databricks.</summary>
    public static readonly string[] Databricks = PollAndDescribe;

    /// <summary>On the stream: the Kinesis Client Library.</summary>
    public static readonly string[] Kcl = PollAndDescribe;

    /// <summary>On a registered consumer: enhanced fan-out.</summary>
    public static readonly string[] Subscribe = ["kinesis:DescribeStreamConsumer", "kinesis:SubscribeToShard"];

    /// <summary>On the stream: an application that registers its consumer itself.</summary>
    public const string Register = "kinesis:RegisterStreamConsumer";

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
