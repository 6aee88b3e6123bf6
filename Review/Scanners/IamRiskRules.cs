using Nautilus.Review.Policies;

namespace Nautilus.Review.Scanners;

/// <summary>Policies that allow risky actions on everything, without a condition.</summary>
internal static class IamRiskRules
{
    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["CKV_AWS_287", "CKV_AWS_107"], PolicyCarriers.IdentityPolicies)
        {
            Condition = "no statement may get credentials of everything",
            Offences = policy => policy.ActionsThatGrantAny(IamActions.ExposeCredentials, where: IsUnconstrained),
            Violated = [Sample.Allowing("redshift:GetClusterCredentials", on: "*"), Sample.Allowing("sts:Assume*", on: "*")],
            Satisfied = [Sample.Allowing("sts:AssumeRole", "${aws_iam_role.writer.arn}")],
        },
        new(["CKV_AWS_288", "CKV_AWS_108"], PolicyCarriers.IdentityPolicies)
        {
            Condition = "no statement may read the data of everything",
            Offences = policy => policy.ActionsThatGrantAny(IamActions.ExfiltrateData, where: IsUnconstrained),
            Violated = [Sample.Allowing("s3:GetObject", on: "*"), Sample.Allowing("secretsmanager:Get*", on: "*")],
            Satisfied = [Sample.Allowing("s3:GetObject", "${aws_s3_bucket.archive.arn}/*")],
        },
        new(["CKV_AWS_289", "CKV_AWS_109"], PolicyCarriers.IdentityPolicies)
        {
            Condition = "no statement may manage the permissions of everything",
            Offences = policy => policy.ActionsThat(
                action => IamActions.ManagesPermissions(action) && IamActions.CanBeLimitedToResources(action), where: IsUnconstrained),
            Violated =
            [
                Sample.Allowing("s3:PutBucketPolicy", on: "*"),
                Sample.Allowing("kms:CreateGrant", on: "*"),
                Sample.Allowing("lambda:AddPermission", on: "*"),
            ],
            Satisfied =
            [
                Sample.Allowing("kinesis:PutResourcePolicy"),
                Sample.Allowing("cloudwatch:PutMetricData", on: "*"),
                Sample.Allowing("logs:PutResourcePolicy", on: "*"),
            ],
        },
        new(["CKV_AWS_290", "CKV_AWS_111"], PolicyCarriers.IdentityPolicies)
        {
            Condition = "no statement may write to everything",
            Offences = policy => policy.ActionsThat(IamActions.WritesToResources, where: IsUnconstrained),
            Violated = [Sample.Allowing("kinesis:PutRecord", on: "*"), Sample.Allowing("kinesis:*", on: "*")],
            Satisfied =
            [
                Sample.Allowing("kinesis:PutRecord"),
                Sample.Allowing("kinesis:DescribeStream", on: "*"),
                Sample.Allowing("xray:PutTraceSegments", on: "*"),
            ],
        },
    ];

    private static bool IsUnconstrained(Statement statement) => statement.IsUnconstrained;
}
