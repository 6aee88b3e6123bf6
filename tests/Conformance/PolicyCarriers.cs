namespace Nautilus.Tests.Conformance;

/// <summary>The types that carry a policy in their attribute <c>policy</c>; roles carry their trust beside them.</summary>
internal static class PolicyCarriers
{
    public static readonly string[] InlinePolicies = ["aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy"];

    /// <summary>Policies that say what their owner may do.</summary>
    public static readonly string[] IdentityPolicies = ["aws_iam_policy", .. InlinePolicies];

    public static readonly string[] Keys = ["aws_kms_key", "aws_kms_key_policy"];

    public static readonly string[] Topics = ["aws_sns_topic_policy", "aws_sns_topic"];

    public static readonly string[] Queues = ["aws_sqs_queue_policy", "aws_sqs_queue"];

    /// <summary>Policies that say what a device may do.</summary>
    public static readonly string[] Devices = ["aws_iot_policy"];

    /// <summary>Policies that say who may use their resource.</summary>
    public static readonly string[] ResourcePolicies = ["aws_kinesis_resource_policy", .. Keys, .. Topics, .. Queues];

    private static readonly string[] Judged = [.. IdentityPolicies, .. Devices, .. ResourcePolicies, "aws_iam_role", Policies.Document];

    public static IEnumerable<string> DocumentsNobodyReads(SynthesizedStack stack) =>
        from document in stack.Resources
        where document.Type == Policies.Document
        where !stack.Resources.Any(resource => Judged.Contains(resource.Type) && Mentions(resource, document))
        select document.Address;

    private static bool Mentions(Resource resource, Resource document) =>
        resource.Attributes.ToJsonString().Contains($"${{{document.Address}.json}}", StringComparison.Ordinal);
}
