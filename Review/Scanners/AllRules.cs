namespace Nautilus.Review.Scanners;

internal static class AllRules
{
    public static IReadOnlyList<Rule> List { get; } =
    [
        .. KinesisRules.All,
        .. KmsRules.All,
        .. CloudWatchRules.All,
        .. SnsRules.All,
        .. SqsRules.All,
        .. IotRules.All,
        .. LambdaRules.All,
        .. FirehoseRules.All,
        .. S3BucketRules.All,
        .. S3AccessRules.All,
        .. GlueRules.All,
        .. OpenSearchRules.All,
        .. RedshiftServerlessRules.All,
        .. SecretRules.All,
        .. FlinkRules.All,
        .. DynamoDbRules.All,
        .. NetworkRules.All,
        .. StepFunctionsRules.All,
        .. SchedulerRules.All,
        .. IamPolicyRules.All,
        .. IamAttachmentRules.All,
        .. IamTrustRules.All,
        .. ResourcePolicyRules.All,
        .. TagRules.All,
    ];

    public static Rule WithId(string id) => List.Single(rule => rule.Ids.Contains(id));
}
