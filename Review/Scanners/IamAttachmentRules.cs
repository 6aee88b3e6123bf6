using Nautilus.Review.Policies;
using System.Text.RegularExpressions;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>The sources of policies, and the roles and users that they are attached to.</summary>
internal static partial class IamAttachmentRules
{
    private const string Own = """{ "role": "${aws_iam_role.writer.name}", "policy_arn": "${aws_iam_policy.writer.arn}" }""";

    private static readonly string[] Attachments =
    [
        "aws_iam_role_policy_attachment",
        "aws_iam_policy_attachment",
        "aws_iam_user_policy_attachment",
        "aws_iam_group_policy_attachment",
        "aws_iam_role",
        "data.aws_iam_policy",
    ];

    private static readonly string[] ToUsers =
        ["aws_iam_user_policy", "aws_iam_user_policy_attachment", "aws_iam_policy_attachment", "aws_iam_role_policy_attachment"];

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["AwsSolutions-IAM4"], Attachments)
        {
            Condition = "no policy may be one that AWS manages",
            Offences = resource => PoliciesOf(resource, policy => ManagedByAws().IsMatch(policy)),
            Violated =
            [
                """{ "policy_arn": "arn:aws:iam::aws:policy/service-role/AWSLambdaKinesisExecutionRole" }""",
                Sample.Resource("aws_iam_role", """
                    { "managed_policy_arns": ["arn:aws-cn:iam::aws:policy/AmazonKinesisReadOnlyAccess"] }
                    """),
                Sample.Resource("data.aws_iam_policy", """{ "name": "AmazonKinesisReadOnlyAccess" }"""),
            ],
            Satisfied = [Own],
        },
        new(["CKV_AWS_274", "CKV_AWS_275", "CKV2_AWS_56"], Attachments)
        {
            Condition = "no policy may be AdministratorAccess or IAMFullAccess",
            Offences = resource => PoliciesOf(resource, policy => AllPowers().IsMatch(policy)),
            Violated =
            [
                """{ "policy_arn": "arn:aws:iam::aws:policy/AdministratorAccess" }""",
                Sample.Resource("data.aws_iam_policy", """{ "name": "IAMFullAccess" }"""),
            ],
            Satisfied = [Own],
        },
        new(["CKV_AWS_40", "KICS b4378389", "IAM.2"], ToUsers)
        {
            Condition = "policies must be attached to roles, not to users",
            Offences = resource => resource["user"] is { } user
                ? [new(user, "user")]
                : resource.List("users").Select(one => new Finding(one, "users")),
            Violated =
            [
                """{ "user": "jane", "policy": "{}" }""",
                Sample.Resource("aws_iam_user_policy_attachment", """{ "user": "jane", "policy_arn": "${aws_iam_policy.writer.arn}" }"""),
                Sample.Resource("aws_iam_policy_attachment", """{ "users": ["jane"], "policy_arn": "${aws_iam_policy.writer.arn}" }"""),
            ],
            Satisfied =
            [
                Sample.Resource("aws_iam_role_policy_attachment", Own),
                Sample.Resource("aws_iam_policy_attachment", """{ "roles": ["writer"], "policy_arn": "${aws_iam_policy.writer.arn}" }"""),
            ],
        },
        new(["IAMNoInlinePolicy"], ["aws_iam_role", .. PolicyCarriers.InlinePolicies])
        {
            Condition = "policies must be separate resources, not inline",
            Offences = resource => resource.Unless(resource.Type == "aws_iam_role" ? "inline_policy" : "policy", policy => policy is null),
            Violated =
            [
                """{ "inline_policy": [{ "name": "write", "policy": "{}" }] }""",
                Sample.Allowing("kinesis:PutRecord", type: "aws_iam_role_policy"),
            ],
            Satisfied = ["""{ "name": "writer" }"""],
        },
    ];

    private static IEnumerable<Finding> PoliciesOf(Resource resource, Func<string, bool> offend) =>
        from attribute in resource.Type == "data.aws_iam_policy" ? new[] { "name", "arn" } : ["policy_arn", "managed_policy_arns"]
        from policy in resource.List(attribute)
        where offend(policy)
        select new Finding(policy, attribute);

    // A data source reads a policy of another stack or of AWS. By its name, it is a policy of AWS.
    [GeneratedRegex(@"^arn:[\w-]+:iam::aws:policy/|^[A-Z]\w+\z")]
    private static partial Regex ManagedByAws();

    [GeneratedRegex(@"(^|/)(AdministratorAccess|IAMFullAccess)\z")]
    private static partial Regex AllPowers();
}
