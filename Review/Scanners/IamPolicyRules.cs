using System.Text.RegularExpressions;
using Nautilus.Review.Access;
using Nautilus.Review.Policies;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>What the owner of a policy may do.</summary>
internal static partial class IamPolicyRules
{
    private const string Namespace = """[{ "test": "StringEquals", "variable": "cloudwatch:namespace", "values": ["Nautilus"] }]""";

    private static readonly string[] FullAccess =
    [
        "CKV_AWS_1", "CKV_AWS_49", "CKV_AWS_62", "CKV_AWS_63",
        "KICS 2f37c4a3", "KICS 575a2155", "KICS b1ffa705",
        "AC_AWS_0144", "AC_AWS_0146", "AC_AWS_0147",
        "IAM.1",
    ];

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(FullAccess, PolicyCarriers.IdentityPolicies)
        {
            Condition = "no statement may allow all actions",
            Offences = ActionsThat(action => action is "*" or "*:*"),
            Violated =
            [
                Sample.Allowing("*"),
                Sample.Policy("""{ "not_actions": ["iam:PassRole"], "resources": ["*"] }"""),
                Sample.Literal("""{ "Effect": "Allow", "Action": "*", "Resource": "*" }"""),
                Sample.Literal("""{ "Effect": "Allow", "NotAction": ["iam:*"], "Resource": "*" }"""),
            ],
            Satisfied =
            [
                Sample.Allowing("kinesis:PutRecord"),
                Sample.Policy("""{ "effect": "Deny", "actions": ["*"], "resources": ["*"] }"""),
                Sample.Literal("""{ "Effect": "Allow", "Action": ["kinesis:PutRecord"], "Resource": "arn:aws:kinesis:us-east-1:111122223333:stream/clicks" }"""),
            ],
        },
        new(["CKV2_AWS_40"], PolicyCarriers.IdentityPolicies)
        {
            Condition = "no statement may allow all of IAM",
            Offences = ActionsThat(action => action is "*" or "*:*" or "iam:*"),
            Violated = [Sample.Allowing("iam:*"), Sample.Allowing("*")],
            Satisfied = [Sample.Allowing("iam:GetRole", "${aws_iam_role.writer.arn}")],
        },
        new(["IAM.21"], PolicyCarriers.IdentityPolicies)
        {
            Condition = "no statement may allow all actions of a service",
            Offences = ActionsThat(action => WholeService().IsMatch(action)),
            Violated = [Sample.Allowing("kinesis:*"), Sample.Allowing("*")],
            Satisfied = [Sample.Allowing("kinesis:PutRecord"), Sample.Allowing("kinesis:Put*")],
        },
        new(["CKV_AWS_355", "CKV_AWS_356"], PolicyCarriers.IdentityPolicies)
        {
            Condition = "resource * is only for actions that AWS can't limit to resources",
            Offences = ActionsThat(IamActions.CanBeLimitedToResources, where: statement => statement.IsOnEverything),
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
        new(["CKV_AWS_286", "CKV_AWS_110"], PolicyCarriers.IdentityPolicies)
        {
            Condition = "no statement may let its owner give itself more rights",
            Offences = ActionsThatGrantAny(IamActions.EscalatePrivileges),
            Violated =
            [
                Sample.Allowing("iam:AttachRolePolicy", "${aws_iam_role.writer.arn}"),
                Sample.Allowing("iam:Put*"),
                Sample.Allowing("lambda:UpdateFunctionCode"),
            ],
            Satisfied = [Sample.Allowing("iam:GetRole", "${aws_iam_role.writer.arn}")],
        },
        new(["CKV_AWS_287", "CKV_AWS_107"], PolicyCarriers.IdentityPolicies)
        {
            Condition = "no statement may hand out credentials of everything",
            Offences = ActionsThatGrantAny(IamActions.ExposeCredentials, where: statement => statement.IsUnconstrained),
            Violated = [Sample.Allowing("redshift:GetClusterCredentials", on: "*"), Sample.Allowing("sts:Assume*", on: "*")],
            Satisfied = [Sample.Allowing("sts:AssumeRole", "${aws_iam_role.writer.arn}")],
        },
        new(["CKV_AWS_288", "CKV_AWS_108"], PolicyCarriers.IdentityPolicies)
        {
            Condition = "no statement may read the data of everything",
            Offences = ActionsThatGrantAny(IamActions.ExfiltrateData, where: statement => statement.IsUnconstrained),
            Violated = [Sample.Allowing("s3:GetObject", on: "*"), Sample.Allowing("secretsmanager:Get*", on: "*")],
            Satisfied = [Sample.Allowing("s3:GetObject", "${aws_s3_bucket.archive.arn}/*")],
        },
        new(["CKV_AWS_289", "CKV_AWS_109"], PolicyCarriers.IdentityPolicies)
        {
            Condition = "no statement may manage the permissions of everything",
            Offences = ActionsThat(action => IamActions.ManagesPermissions(action) && IamActions.CanBeLimitedToResources(action), where: statement => statement.IsUnconstrained),
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
            Offences = ActionsThat(IamActions.WritesToResources, where: statement => statement.IsUnconstrained),
            Violated = [Sample.Allowing("kinesis:PutRecord", on: "*"), Sample.Allowing("kinesis:*", on: "*")],
            Satisfied =
            [
                Sample.Allowing("kinesis:PutRecord"),
                Sample.Allowing("kinesis:DescribeStream", on: "*"),
                Sample.Allowing("xray:PutTraceSegments", on: "*"),
            ],
        },
        new(["KMS.1"], ["aws_iam_policy"])
        {
            Condition = "no statement may decrypt with every key",
            Offences = DecryptsWithEveryKey,
            Violated = [Sample.Allowing("kms:Decrypt", on: "*"), Sample.Allowing("kms:ReEncrypt*", on: "arn:aws:kms:*:111122223333:key/*")],
            Satisfied = [Sample.Allowing("kms:Decrypt", on: "${aws_kms_key.key.arn}"), Sample.Allowing("kms:GenerateDataKey", on: "*")],
        },
        new(["KMS.2"], PolicyCarriers.InlinePolicies)
        {
            Condition = "no inline statement may decrypt with every key",
            Offences = DecryptsWithEveryKey,
            Violated = [Sample.Allowing("kms:Decrypt", on: "*", type: "aws_iam_role_policy"), Sample.Allowing("kms:*", on: "*", type: "aws_iam_user_policy")],
            Satisfied = [Sample.Allowing("kms:Decrypt", on: "${aws_kms_key.key.arn}", type: "aws_iam_role_policy")],
        },
        new(["AWS-0342"], PolicyCarriers.IdentityPolicies)
        {
            Condition = "no statement may pass roles",
            Offences = ActionsThatGrantAny(["iam:PassRole"]),
            Violated = [Sample.Allowing("iam:PassRole", "${aws_iam_role.writer.arn}"), Sample.Allowing("iam:Pass*")],
            Satisfied = [Sample.Allowing("iam:GetRole", "${aws_iam_role.writer.arn}")],
        },
        new(["KICS e39bee8c"], PolicyCarriers.IdentityPolicies)
        {
            Condition = "no statement may pass every role",
            Offences = ActionsThatGrantAny(["iam:PassRole"], where: statement => statement.IsOnEverything),
            Violated = [Sample.Allowing("iam:PassRole", on: "*")],
            Satisfied = [Sample.Allowing("iam:PassRole", on: "${aws_iam_role.writer.arn}")],
        },
        new(["AWS-0345"], PolicyCarriers.IdentityPolicies)
        {
            Condition = "no statement may allow all of S3",
            Offences = ActionsThat(action => action is "*" or "*:*" or "s3:*"),
            Violated = [Sample.Allowing("s3:*", on: "${aws_s3_bucket.archive.arn}")],
            Satisfied = [Sample.Allowing("s3:PutObject", on: "${aws_s3_bucket.archive.arn}/*")],
        },
        new(["AWS-0346"], PolicyCarriers.IdentityPolicies)
        {
            Condition = "no statement may both read and write every bucket",
            Offences = ActionsThatGrantAny(
                ["s3:GetObject", "s3:PutObject"],
                where: statement => statement.IsOnEverything && statement.Grants("s3:GetObject") && statement.Grants("s3:PutObject")),
            Violated = [Sample.Policy("""{ "actions": ["s3:Get*", "s3:Put*"], "resources": ["*"] }""")],
            Satisfied = [Sample.Policy("""{ "actions": ["s3:GetObject", "s3:PutObject"], "resources": ["${aws_s3_bucket.archive.arn}/*"] }""")],
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
            Satisfied = [Sample.Allowing("kinesis:PutRecord"), Sample.Allowing("kinesis:PutRecord", on: "${aws_kinesis_stream.shards[*].arn}")],
        },
    ];

    private static Func<Resource, IEnumerable<Finding>> ActionsThat(Func<string, bool> offend, Func<Statement, bool>? where = null) => policy =>
        policy.PolicyAllows.Where(where ?? (_ => true)).SelectMany(statement => statement.ActionsThat(offend));

    private static Func<Resource, IEnumerable<Finding>> ActionsThatGrantAny(string[] actions, Func<Statement, bool>? where = null) => policy =>
        policy.PolicyAllows.Where(where ?? (_ => true)).SelectMany(statement => statement.ActionsThatGrantAny(actions));

    private static IEnumerable<Finding> Wildcards(Statement statement) =>
        [.. statement.ActionsThat(StatementFindings.HasWildcard), .. statement.ResourcesThat(StatementFindings.HasWildcard)];

    private static IEnumerable<Finding> DecryptsWithEveryKey(Resource policy) =>
        from statement in policy.PolicyAllows
        where statement.Grants("kms:Decrypt") || statement.Grants("kms:ReEncryptFrom")
        from finding in statement.ResourcesThat(resource => EveryKey().IsMatch(resource))
        select finding;

    [GeneratedRegex(@"^(\*|[\w-]+:\*)\z")]
    private static partial Regex WholeService();

    [GeneratedRegex(@"^\*\z|:(key|alias)/\*\z")]
    private static partial Regex EveryKey();
}
