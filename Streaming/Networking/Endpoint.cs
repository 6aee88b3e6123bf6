using Nautilus.Access;
using Nautilus.Foundations;

namespace Nautilus.Networking;

/// <summary>A VPC endpoint of an AWS service. It allows these actions, to principals of the network's account only.</summary>
/// <param name="Service">The end of the service's name, such as <c>glue</c>.</param>
/// <param name="Actions">The actions that the endpoint allows. The role of a client must allow them too.</param>
public sealed record Endpoint(string Service, IReadOnlyList<string> Actions)
{
    private static readonly string[] Gateways = ["s3", "dynamodb"];

    private readonly (string Service, string Resource)? _own;

    private Endpoint(string service, (string Service, string Resource) own, IReadOnlyList<string> actions)
        : this(service, actions) => _own = own;

    /// <summary>Kinesis Data Streams: producers, and consumers of every kind.</summary>
    public static Endpoint KinesisStreams { get; } = new("kinesis-streams", ("kinesis", "stream/*"),
    [
        .. KinesisActions.Put, .. KinesisActions.Poll, .. KinesisActions.Subscribe, .. KinesisActions.Register, KinesisActions.Deregister,
    ]);

    /// <summary>Firehose: producers that put records into a delivery stream.</summary>
    public static Endpoint Firehose { get; } = new("kinesis-firehose", ("firehose", "deliverystream/*"),
        ["firehose:DescribeDeliveryStream", "firehose:PutRecord", "firehose:PutRecordBatch"]);

    /// <summary>Metrics of CloudWatch.</summary>
    public static Endpoint Monitoring { get; } = new("monitoring", ["cloudwatch:PutMetricData"]);

    /// <summary>CloudWatch Logs.</summary>
    public static Endpoint Logs { get; } = new("logs", ("logs", "log-group:*"),
        ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogGroups", "logs:DescribeLogStreams", "logs:PutLogEvents"]);

    /// <summary>KMS: clients that encrypt and decrypt.</summary>
    public static Endpoint Kms { get; } = new("kms", ("kms", "key/*"), ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"]);

    /// <summary>Secrets Manager: clients that read secrets.</summary>
    public static Endpoint SecretsManager { get; } = new("secretsmanager", ("secretsmanager", "secret:*"),
        ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"]);

    /// <summary>SQS: clients that send and receive messages.</summary>
    public static Endpoint Sqs { get; } = new("sqs", ("sqs", "*"),
    [
        "sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ReceiveMessage",
        "sqs:SendMessage",
    ]);

    /// <summary>STS: clients that assume a role.</summary>
    public static Endpoint Sts { get; } = new("sts", ["sts:AssumeRole", "sts:GetCallerIdentity"]);

    internal static Endpoint DynamoDb { get; } = new("dynamodb", ("dynamodb", "table/*"), [.. KinesisActions.LeaseTable, "dynamodb:Query"]);

    internal static Endpoint S3 { get; } = new("s3",
    [
        "s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetBucketLocation", "s3:GetObject", "s3:GetObjectVersion",
        "s3:ListBucket", "s3:ListBucketMultipartUploads", "s3:ListMultipartUploadParts", "s3:PutObject",
    ]);

    /// <summary>The ARNs of the resources that can be reached. All resources of the account, unless given.</summary>
    public IReadOnlyList<string>? Resources { get; init; }

    /// <summary>Whether every network has an endpoint of this service, in its route tables.</summary>
    internal bool IsGateway => Gateways.Contains(Service);

    internal IEnumerable<Rule> Rules =>
    [
        Rule.Matches("the service of an endpoint", Service, AwsNames.EndpointService),
        Rule.That(Actions.Count > 0, $"the actions of endpoint '{Service}' must be named, got none"),
        .. Rule.AllMatch($"each permission of endpoint '{Service}'", Actions, AwsNames.Action),
        Rule.That(Resources is not { Count: 0 }, $"the resources of endpoint '{Service}' must be named or left out, got none"),
    ];

    internal Statement Policy(Location location) => new("OfThisAccountOnly", Actions, Resources ?? [AllOf(location)])
    {
        Principal = new("AWS", "*"),
        Conditions = Service == S3.Service
            ? [Ours("aws:PrincipalAccount", location), Ours("aws:ResourceAccount", location)]
            : [Ours("aws:PrincipalAccount", location)],
    };

    private string AllOf(Location location) => _own is { } own ? location.Arn(own.Service, own.Resource) : "*";

    private static Condition Ours(string account, Location location) => new("StringEquals", account, location.Account);
}
