using System.Text.RegularExpressions;
using Nautilus.Review.Policies;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>Policies that allow actions on too many resources.</summary>
internal static partial class IamResourceRules
{
    private const string Namespace = """[{ "test": "StringEquals", "variable": "cloudwatch:namespace", "values": ["Nautilus"] }]""";

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["CKV_AWS_355", "CKV_AWS_356"], PolicyCarriers.IdentityPolicies)
        {
            Condition = "resource * is only for actions that AWS can't limit to resources",
            Offences = policy => policy.ActionsThat(IamActions.CanBeLimitedToResources, where: statement => statement.IsOnEverything),
            Violated =
            [
                Sample.Allowing("kinesis:PutRecord", on: "*"),
                Sample.Allowing("xray:*", on: "*"),
                Sample.Policy("""{ "actions": ["kinesis:PutRecord"], "not_resources": ["${aws_kinesis_stream.clicks.arn}"] }"""),
            ],
            Satisfied =
            [
                Sample.Allowing("kinesis:PutRecord"),
                Sample.Allowing("cloudwatch:PutMetricData", on: "*", Namespace),
                Sample.Allowing("cloudwatch:GetMetricData", on: "*"),
                Sample.Allowing("logs:CreateLogDelivery", on: "*"),
            ],
        },
        new(["KICS e39bee8c"], PolicyCarriers.IdentityPolicies)
        {
            Condition = "no statement may pass every role",
            Offences = policy => policy.ActionsThatGrantAny(["iam:PassRole"], where: statement => statement.IsOnEverything),
            Violated = [Sample.Allowing("iam:PassRole", on: "*")],
            Satisfied = [Sample.Allowing("iam:PassRole", on: "${aws_iam_role.writer.arn}")],
        },
        new(["AWS-0346"], PolicyCarriers.IdentityPolicies)
        {
            Condition = "no statement may both read and write every bucket",
            Offences = policy => policy.ActionsThatGrantAny(
                ["s3:GetObject", "s3:PutObject"],
                where: statement => statement.IsOnEverything && statement.Grants("s3:GetObject") && statement.Grants("s3:PutObject")),
            Violated = [Sample.Policy("""{ "actions": ["s3:Get*", "s3:Put*"], "resources": ["*"] }""")],
            Satisfied =
            [
                Sample.Policy("""{ "actions": ["s3:GetObject", "s3:PutObject"], "resources": ["${aws_s3_bucket.archive.arn}/*"] }"""),
            ],
        },
        new(["KMS.1"], ["aws_iam_policy"])
        {
            Condition = "no statement may decrypt with every key",
            Offences = DecryptsWithEveryKey,
            Violated =
            [
                Sample.Allowing("kms:Decrypt", on: "*"),
                Sample.Allowing("kms:ReEncrypt*", on: "arn:aws:kms:*:111122223333:key/*"),
            ],
            Satisfied = [Sample.Allowing("kms:Decrypt", on: "${aws_kms_key.key.arn}"), Sample.Allowing("kms:GenerateDataKey", on: "*")],
        },
        new(["KMS.2"], PolicyCarriers.InlinePolicies)
        {
            Condition = "no inline statement may decrypt with every key",
            Offences = DecryptsWithEveryKey,
            Violated =
            [
                Sample.Allowing("kms:Decrypt", on: "*", type: "aws_iam_role_policy"),
                Sample.Allowing("kms:*", on: "*", type: "aws_iam_user_policy"),
            ],
            Satisfied = [Sample.Allowing("kms:Decrypt", on: "${aws_kms_key.key.arn}", type: "aws_iam_role_policy")],
        },
        new(["AwsSolutions-IAM5"], PolicyCarriers.IdentityPolicies)
        {
            Condition = "no statement may have a wildcard",
            Offences = policy => policy.PolicyAllows.SelectMany(Wildcards),
            Violated =
            [
                Sample.Allowing("kinesis:Put*"),
                Sample.Allowing("s3:PutObject", on: "${aws_s3_bucket.archive.arn}/*"),
                Sample.Allowing("cloudwatch:PutMetricData", on: "*"),
            ],
            Satisfied =
            [
                Sample.Allowing("kinesis:PutRecord"),
                Sample.Allowing("kinesis:PutRecord", on: "${aws_kinesis_stream.shards[*].arn}"),
            ],
        },
    ];

    private static IEnumerable<Finding> Wildcards(Statement statement) =>
        [.. statement.ActionsThat(StatementFindings.HasWildcard), .. statement.ResourcesThat(StatementFindings.HasWildcard)];

    private static IEnumerable<Finding> DecryptsWithEveryKey(Resource policy) =>
        from statement in policy.PolicyAllows
        where statement.Grants("kms:Decrypt") || statement.Grants("kms:ReEncryptFrom")
        from finding in statement.ResourcesThat(resource => EveryKey().IsMatch(resource))
        select finding;

    [GeneratedRegex(@"^\*\z|:(key|alias)/\*\z")]
    private static partial Regex EveryKey();
}
