using Nautilus.Review.Policies;

namespace Nautilus.Review.Scanners;

/// <summary>Every policy of a resource.</summary>
internal static class ResourcePolicyRules
{
    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["CKV_AWS_283"], PolicyCarriers.ResourcePolicies)
        {
            Condition = "no statement may allow everyone without a condition",
            Offences = resource => resource.PublicPrincipals,
            Violated =
            [
                StreamPolicy("*"),
                StreamPolicy("${aws_iam_role.reader.arn}", block: "not_principals"),
            ],
            Satisfied =
            [
                StreamPolicy("${aws_iam_role.writer.arn}"),
                StreamPolicy("*", """[{ "test": "StringEquals", "variable": "aws:PrincipalOrgID", "values": ["o-1234567890"] }]"""),
            ],
        },
    ];

    private static string StreamPolicy(string principal, string condition = "[]", string block = "principals") => Sample.Policy($$"""
        {
          "actions": ["kinesis:PutRecord"],
          "resources": ["${aws_kinesis_stream.clicks.arn}"],
          "{{block}}": [{ "type": "AWS", "identifiers": ["{{principal}}"] }],
          "condition": {{condition}}
        }
        """, "aws_kinesis_resource_policy");
}
