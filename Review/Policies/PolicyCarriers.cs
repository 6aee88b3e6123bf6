using Nautilus.Review.Terraform;

namespace Nautilus.Review.Policies;

/// <summary>The types that carry a policy, and in which attribute. Roles carry a trust policy as well.</summary>
internal static class PolicyCarriers
{
    public const string Document = "data.aws_iam_policy_document";
    public const string Trust = "assume_role_policy";

    public static readonly string[] InlinePolicies = ["aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy"];

    /// <summary>Policies of roles, users and groups.</summary>
    public static readonly string[] IdentityPolicies = ["aws_iam_policy", .. InlinePolicies];

    public static readonly string[] Keys = ["aws_kms_key", "aws_kms_key_policy"];

    public static readonly string[] Topics = ["aws_sns_topic_policy", "aws_sns_topic"];

    public static readonly string[] Queues = ["aws_sqs_queue_policy", "aws_sqs_queue"];

    public static readonly string[] Buckets = ["aws_s3_bucket_policy", "aws_s3_bucket"];

    public static readonly string[] Domains = ["aws_opensearch_domain_policy", "aws_opensearch_domain"];

    public static readonly string[] Secrets = ["aws_secretsmanager_secret_policy", "aws_secretsmanager_secret"];

    public static readonly string[] Endpoints = ["aws_vpc_endpoint", "aws_vpc_endpoint_policy"];

    /// <summary>Policies of IoT devices.</summary>
    public static readonly string[] Devices = ["aws_iot_policy"];

    /// <summary>Policies that define who may use their resource.</summary>
    public static readonly string[] ResourcePolicies =
    [
        "aws_kinesis_resource_policy",
        "aws_cloudwatch_log_resource_policy",
        .. Keys,
        .. Topics,
        .. Queues,
        .. Buckets,
        .. Domains,
        .. Secrets,
        .. Endpoints,
    ];

    /// <summary>Resources with their policy in an attribute.</summary>
    public static readonly PolicyCarrier[] InItself =
    [
        new("aws_kms_key"),
        new("aws_opensearch_domain", "access_policies"),
        new("aws_s3_bucket"),
        new("aws_secretsmanager_secret"),
        new("aws_sns_topic"),
        new("aws_sqs_queue"),
    ];

    /// <summary>Policies that are resources beside the one that they are about.</summary>
    public static readonly PolicyCarrier[] Beside =
    [
        new("aws_kinesis_resource_policy", Owner: "aws_kinesis_stream", OwnedBy: "resource_arn"),
        new("aws_kms_key_policy", Owner: "aws_kms_key", OwnedBy: "key_id"),
        new("aws_opensearch_domain_policy", "access_policies", "aws_opensearch_domain", "domain_name", "domain_name"),
        new("aws_s3_bucket_policy", Owner: "aws_s3_bucket", OwnedBy: "bucket"),
        new("aws_secretsmanager_secret_policy", Owner: "aws_secretsmanager_secret", OwnedBy: "secret_arn"),
        new("aws_sns_topic_policy", Owner: "aws_sns_topic", OwnedBy: "arn"),
        new("aws_sqs_queue_policy", Owner: "aws_sqs_queue", OwnedBy: "queue_url"),
        new("aws_vpc_endpoint_policy", Owner: "aws_vpc_endpoint", OwnedBy: "vpc_endpoint_id"),
    ];

    private static readonly PolicyCarrier[] Others = [new("aws_cloudwatch_log_resource_policy", "policy_document")];

    private static readonly string[] All = [.. IdentityPolicies, .. Devices, .. ResourcePolicies, "aws_iam_role", Document];

    public static string AttributeOf(string type) =>
        InItself.Concat(Beside).Concat(Others).FirstOrDefault(carrier => carrier.Type == type)?.Attribute ?? "policy";

    /// <summary>The policies that are resources beside this one.</summary>
    public static IEnumerable<Resource> PoliciesBeside(this Resource owner) =>
        from carrier in Beside
        where carrier.Owner == owner.Type
        from policy in owner.Beside(carrier.Type, carrier.OwnedBy!)
        select policy;

    /// <summary>The addresses of documents that no type above refers to: no rule reads them.</summary>
    public static IEnumerable<string> DocumentsNobodyReads(SynthesizedStack stack) =>
        from document in stack.OfType(Document)
        where !stack.Resources.Any(resource => All.Contains(resource.Type) && document.IsMentionedBy(resource, "json"))
        select document.Address;
}
