using System.Text.RegularExpressions;
using Nautilus.Review.Policies;

namespace Nautilus.Review.Scanners;

/// <summary>Policies that allow too many actions.</summary>
internal static partial class IamActionRules
{
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
            Offences = policy => policy.ActionsThat(action => action is "*" or "*:*"),
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
                Sample.Literal("""
                    {
                      "Effect": "Allow",
                      "Action": ["kinesis:PutRecord"],
                      "Resource": "arn:aws:kinesis:us-east-1:111122223333:stream/clicks"
                    }
                    """),
            ],
        },
        new(["CKV2_AWS_40"], PolicyCarriers.IdentityPolicies)
        {
            Condition = "no statement may allow all of IAM",
            Offences = policy => policy.ActionsThat(action => action is "*" or "*:*" or "iam:*"),
            Violated = [Sample.Allowing("iam:*"), Sample.Allowing("*")],
            Satisfied = [Sample.Allowing("iam:GetRole", "${aws_iam_role.writer.arn}")],
        },
        new(["IAM.21"], PolicyCarriers.IdentityPolicies)
        {
            Condition = "no statement may allow all actions of a service",
            Offences = policy => policy.ActionsThat(action => WholeService().IsMatch(action)),
            Violated = [Sample.Allowing("kinesis:*"), Sample.Allowing("*")],
            Satisfied = [Sample.Allowing("kinesis:PutRecord"), Sample.Allowing("kinesis:Put*")],
        },
        new(["AWS-0345"], PolicyCarriers.IdentityPolicies)
        {
            Condition = "no statement may allow all of S3",
            Offences = policy => policy.ActionsThat(action => action is "*" or "*:*" or "s3:*"),
            Violated = [Sample.Allowing("s3:*", on: "${aws_s3_bucket.archive.arn}")],
            Satisfied = [Sample.Allowing("s3:PutObject", on: "${aws_s3_bucket.archive.arn}/*")],
        },
        new(["AWS-0342"], PolicyCarriers.IdentityPolicies)
        {
            Condition = "no statement may pass roles",
            Offences = policy => policy.ActionsThatGrantAny(["iam:PassRole"]),
            Violated = [Sample.Allowing("iam:PassRole", "${aws_iam_role.writer.arn}"), Sample.Allowing("iam:Pass*")],
            Satisfied = [Sample.Allowing("iam:GetRole", "${aws_iam_role.writer.arn}")],
        },
        new(["CKV_AWS_286", "CKV_AWS_110"], PolicyCarriers.IdentityPolicies)
        {
            Condition = "no statement may let its owner extend its own permissions",
            Offences = policy => policy.ActionsThatGrantAny(IamActions.EscalatePrivileges),
            Violated =
            [
                Sample.Allowing("iam:AttachRolePolicy", "${aws_iam_role.writer.arn}"),
                Sample.Allowing("iam:Put*"),
                Sample.Allowing("lambda:UpdateFunctionCode"),
            ],
            Satisfied = [Sample.Allowing("iam:GetRole", "${aws_iam_role.writer.arn}")],
        },
    ];

    [GeneratedRegex(@"^(\*|[\w-]+:\*)\z")]
    private static partial Regex WholeService();
}
