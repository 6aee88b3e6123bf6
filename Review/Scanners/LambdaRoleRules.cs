using System.Text.RegularExpressions;
using Nautilus.Review.Policies;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>The roles of Lambda functions, and of those that invoke them.</summary>
internal static partial class LambdaRoleRules
{
    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["AC_AWS_0484"], LambdaRules.Functions)
        {
            Condition = "a function's role must have policies attached",
            Offences = function => function.Unless("role", role => PoliciesOf(function).Any()),
            Violated =
            [
                "{}",
                """{ "resource": { "aws_lambda_function": { "f": { "role": "${aws_iam_role.f.arn}" } }, "aws_iam_role": { "f": {} } } }""",
            ],
            Satisfied = [Executing("kinesis:GetRecords", "${aws_kinesis_stream.clicks.arn}")],
        },
        new(["LambdaStarPermissions"], LambdaRules.Functions)
        {
            Condition = "no statement of a function's role may have * as an action or a resource",
            Offences = function => from policy in PoliciesOf(function)
                                   from statement in policy.PolicyAllows
                                   from finding in statement.ActionsThat(IsStar).Concat(statement.ResourcesThat(IsStar))
                                   select finding,
            Violated = [Executing("xray:PutTraceSegments", "*"), Executing("*", "${aws_kinesis_stream.clicks.arn}")],
            Satisfied = [Executing("kinesis:GetRecords", "${aws_kinesis_stream.clicks.arn}")],
        },
        new(["KICS 0ca1017d"], PolicyCarriers.IdentityPolicies)
        {
            Condition = "a policy that allows a function to be invoked must allow its versions too",
            Offences = policy => from statement in policy.PolicyAllows
                                 where statement.Grants("lambda:InvokeFunction")
                                 from finding in statement.ResourcesThat(function => IsWithoutVersions(function, statement))
                                 select finding,
            Violated = [Sample.Allowing("lambda:InvokeFunction", "${aws_lambda_function.f.arn}")],
            Satisfied =
            [
                Sample.Policy("""
                    {
                      "actions": ["lambda:InvokeFunction"],
                      "resources": ["${aws_lambda_function.f.arn}", "${aws_lambda_function.f.arn}:*"]
                    }
                    """),
                Sample.Allowing("lambda:InvokeFunction", "${aws_lambda_function.f.qualified_arn}"),
                Sample.Allowing("lambda:GetFunction", "${aws_lambda_function.f.arn}"),
            ],
        },
    ];

    private static bool IsStar(string text) => text == "*";

    private static bool IsWithoutVersions(string function, Statement statement) =>
        Unqualified().IsMatch(function) && !statement.Resources.Contains($"{function}:*");

    private static IEnumerable<Resource> PoliciesOf(Resource function) =>
        from role in new[] { function.Stack.ReferredToBy(function["role"]) }
        where role is not null
        from attachment in role.Beside("aws_iam_role_policy_attachment", "role")
        let policy = function.Stack.ReferredToBy(attachment["policy_arn"])
        where policy is not null
        select policy;

    private static string Executing(string action, string on) => Sample.Carried(
        $$"""{ "actions": ["{{action}}"], "resources": ["{{on}}"] }""",
        $$"""
        {
          "aws_lambda_function": { "f": { "role": "${aws_iam_role.f.arn}" } },
          "aws_iam_role": { "f": {} },
          "aws_iam_policy": { "f": { "policy": {{Sample.Document}} } },
          "aws_iam_role_policy_attachment": { "f": { "role": "${aws_iam_role.f.name}", "policy_arn": "${aws_iam_policy.f.arn}" } }
        }
        """);

    [GeneratedRegex(@"^\$\{aws_lambda_function\.[\w-]+\.arn\}\z|:function:[\w-]+\z")]
    private static partial Regex Unqualified();
}
