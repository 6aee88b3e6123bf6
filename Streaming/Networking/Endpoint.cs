using System.Text.RegularExpressions;
using Nautilus.Access;
using Nautilus.Foundations;

namespace Nautilus.Networking;

/// <summary>What a network lets its clients do with a service of AWS: these actions, as principals of this account.</summary>
/// <param name="Service">The end of the service's name, such as <c>glue</c>.</param>
/// <param name="Actions">What may be called through the endpoint. What a client may call at all, its role says.</param>
public sealed partial record Endpoint(string Service, IReadOnlyList<string> Actions)
{
    private static readonly string[] Gateways = ["s3", "dynamodb"];

    private readonly (string Service, string Resource)? _own;

    private Endpoint(string service, (string Service, string Resource) own, IReadOnlyList<string> actions)
        : this(service, actions) => _own = own;

    public static Endpoint KinesisStreams { get; } = new("kinesis-streams", ("kinesis", "stream/*"),
        [.. KinesisActions.Put, .. KinesisActions.Kcl, .. KinesisActions.Subscribe, KinesisActions.Register]);

    public static Endpoint Firehose { get; } = new("kinesis-firehose", ("firehose", "deliverystream/*"),
        ["firehose:DescribeDeliveryStream", "firehose:PutRecord", "firehose:PutRecordBatch"]);

    /// <summary>Metrics of CloudWatch.</summary>
    public static Endpoint Monitoring { get; } = new("monitoring", ["cloudwatch:PutMetricData"]);

    public static Endpoint Logs { get; } = new("logs", ("logs", "log-group:*"),
        ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogGroups", "logs:DescribeLogStreams", "logs:PutLogEvents"]);

    public static Endpoint Kms { get; } = new("kms", ("kms", "key/*"), ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"]);

    public static Endpoint SecretsManager { get; } = new("secretsmanager", ("secretsmanager", "secret:*"), ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"]);

    public static Endpoint Sqs { get; } = new("sqs", ("sqs", "*"),
        ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ReceiveMessage", "sqs:SendMessage"]);

    public static Endpoint Sts { get; } = new("sts", ["sts:AssumeRole", "sts:GetCallerIdentity"]);

    internal static Endpoint DynamoDb { get; } = new("dynamodb", ("dynamodb", "table/*"), [.. KinesisActions.LeaseTable, "dynamodb:Query"]);

    internal static Endpoint S3 { get; } = new("s3",
    [
        "s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetBucketLocation", "s3:GetObject", "s3:GetObjectVersion",
        "s3:ListBucket", "s3:ListBucketMultipartUploads", "s3:ListMultipartUploadParts", "s3:PutObject",
    ]);

    /// <summary>The exact resources; all of the account, unless given.</summary>
    public IReadOnlyList<string>? Resources { get; init; }

    internal static bool AreGateways(Endpoint endpoint) => Gateways.Contains(endpoint.Service);

    internal void Check() => Rules.Check($"endpoint '{Service}'",
        (ServiceName().IsMatch(Service), $"service must be the end of an endpoint service's name, such as kinesis-streams, got '{Service}'"),
        (Actions.Count > 0 && Actions.All(action => Action().IsMatch(action)), $"actions must be named, such as glue:GetTable, and not all of a service, got '{string.Join(", ", Actions)}'"),
        (Resources is not { Count: 0 }, "resources must be named, or not be given, got none"));

    internal Statement Policy(Location here) => new("OfThisAccountOnly", Actions, Resources ?? [_own is { } own ? here.Arn(own.Service, own.Resource) : "*"])
    {
        Principal = new("AWS", "*"),
        Conditions = [Ours("aws:PrincipalAccount", here), .. Service == S3.Service ? [Ours("aws:ResourceAccount", here)] : Array.Empty<Condition>()],
    };

    private static Condition Ours(string account, Location here) => new("StringEquals", account, here.Account);

    [GeneratedRegex(@"^[a-z0-9]+([.-][a-z0-9]+)*\z")]
    private static partial Regex ServiceName();

    [GeneratedRegex(@"^[a-z0-9-]+:[A-Z][A-Za-z]+\*?\z")]
    private static partial Regex Action();
}
