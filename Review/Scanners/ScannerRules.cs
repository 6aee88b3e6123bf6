using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>
/// The rules of Checkov, Trivy, KICS, Terrascan, cdk-nag, AWS Security Hub, AWS Control Tower and others for the AWS services of
/// streaming, and a few more, whose ids begin with <c>nautilus-</c>.
/// </summary>
public static class ScannerRules
{
    /// <summary>All rules.</summary>
    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        .. KinesisRules.All,
        .. KmsRules.All,
        .. CloudWatchRules.All,
        .. SnsRules.All,
        .. SqsRules.All,
        .. IotRules.All,
        .. LambdaRules.All,
        .. LambdaRuntimeRules.All,
        .. LambdaEnvironmentRules.All,
        .. LambdaRoleRules.All,
        .. LambdaPermissionRules.All,
        .. FirehoseRules.All,
        .. S3BucketRules.All,
        .. S3EncryptionRules.All,
        .. S3LogRules.All,
        .. S3LifecycleRules.All,
        .. S3AccessRules.All,
        .. GlueRules.All,
        .. OpenSearchRules.All,
        .. OpenSearchLogRules.All,
        .. OpenSearchClusterRules.All,
        .. OpenSearchAccessRules.All,
        .. RedshiftServerlessRules.All,
        .. SecretRules.All,
        .. FlinkRules.All,
        .. DynamoDbRules.All,
        .. SecurityGroupRules.All,
        .. EndpointRules.All,
        .. StepFunctionsRules.All,
        .. SchedulerRules.All,
        .. IamActionRules.All,
        .. IamResourceRules.All,
        .. IamRiskRules.All,
        .. IamAttachmentRules.All,
        .. IamTrustRules.All,
        .. ResourcePolicyRules.All,
        .. TagRules.All,
    ];

    /// <summary>The rule of a scanner.</summary>
    /// <param name="id">The scanner's id, such as <c>CKV_AWS_43</c>.</param>
    public static ScannerRule WithId(string id) => All.Single(rule => rule.Ids.Contains(id));

    /// <summary>The violations of all rules in a stack, under all ids, except those that a waiver covers.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="waivers">The waivers, such as <see cref="GeneralWaivers.All"/>.</param>
    public static IEnumerable<Violation> Violations(SynthesizedStack stack, params IEnumerable<Waiver> waivers) =>
        from rule in All
        from id in rule.Ids
        from violation in rule.Violations(id, stack)
        where !waivers.Any(waiver => waiver.Covers(violation))
        select violation;
}
