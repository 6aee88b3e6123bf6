using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>The types that carry a policy, and in which attribute; roles carry their trust beside them.</summary>
internal static class PolicyCarriers
{
    public static readonly string[] InlinePolicies = ["aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy"];

    /// <summary>Policies that say what their owner may do.</summary>
    public static readonly string[] IdentityPolicies = ["aws_iam_policy", .. InlinePolicies];

    public static readonly string[] Keys = ["aws_kms_key", "aws_kms_key_policy"];

    public static readonly string[] Topics = ["aws_sns_topic_policy", "aws_sns_topic"];

    public static readonly string[] Queues = ["aws_sqs_queue_policy", "aws_sqs_queue"];

    public static readonly string[] Buckets = ["aws_s3_bucket_policy", "aws_s3_bucket"];

    public static readonly string[] Domains = ["aws_opensearch_domain_policy", "aws_opensearch_domain"];

    public static readonly string[] Secrets = ["aws_secretsmanager_secret_policy", "aws_secretsmanager_secret"];

    public static readonly string[] Endpoints = ["aws_vpc_endpoint", "aws_vpc_endpoint_policy"];

    /// <summary>Policies that say what a device may do.</summary>
    public static readonly string[] Devices = ["aws_iot_policy"];

    /// <summary>Policies that say who may use their resource.</summary>
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

    private static readonly string[] Judged = [.. IdentityPolicies, .. Devices, .. ResourcePolicies, "aws_iam_role", Policies.Document];

    public static string AttributeOf(string type) => type switch
    {
        "aws_opensearch_domain" or "aws_opensearch_domain_policy" => "access_policies",
        "aws_cloudwatch_log_resource_policy" => "policy_document",
        _ => "policy",
    };

    public static IEnumerable<string> DocumentsNobodyReads(SynthesizedStack stack) =>
        from document in stack.Resources
        where document.Type == Policies.Document
        where !stack.Resources.Any(resource => Judged.Contains(resource.Type) && Mentions(resource, document))
        select document.Address;

    private static bool Mentions(Resource resource, Resource document) =>
        resource.Attributes.ToJsonString().Contains($"${{{document.Address}.json}}", StringComparison.Ordinal);
}
