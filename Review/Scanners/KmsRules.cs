using Nautilus.Review.Policies;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>KMS keys.</summary>
internal static class KmsRules
{
    private static readonly string[] Keys = ["aws_kms_key"];

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["CKV_AWS_7", "AWS-0065", "KICS 22fbfeac", "AC_AWS_0160", "AwsSolutions-KMS5", "KMS.4"], Keys)
        {
            Condition = "a symmetric key must have enable_key_rotation",
            Offences = key => IsSymmetric(key) ? key.UnlessTrue("enable_key_rotation") : [],
            Violated = ["{}", """{ "customer_master_key_spec": "SYMMETRIC_DEFAULT", "enable_key_rotation": false }"""],
            Satisfied =
            [
                """{ "enable_key_rotation": true }""",
                """{ "customer_master_key_spec": "RSA_4096", "key_usage": "SIGN_VERIFY" }""",
            ],
        },
        new(["CKV_AWS_33", "KICS 7ebc9038", "AC_AWS_0162", "AC_AWS_0482", "KMS.5"], PolicyCarriers.Keys)
        {
            Condition = "no statement may allow everyone without a condition",
            Offences = key => key.PublicPrincipals,
            Violated = [KeyPolicy("*", "*"), KeyPolicy("AWS", "*")],
            Satisfied =
            [
                KeyPolicy("AWS", "${aws_iam_role.reader.arn}"),
                KeyPolicy("AWS", "*", """[{ "test": "StringEquals", "variable": "kms:CallerAccount", "values": ["111122223333"] }]"""),
            ],
        },
        new(["AC_AWS_0481", "KICS bbe3dd3d"], PolicyCarriers.Keys)
        {
            Condition = "every statement must have a principal",
            Offences = key => from statement in key.PolicyStatements
                              where !statement.HasPrincipals
                              select new Finding(null, $"principals of statement '{statement.Sid}'"),
            Violated = [Sample.Policy("""{ "actions": ["kms:Decrypt"], "resources": ["*"] }""", "aws_kms_key")],
            Satisfied = [KeyPolicy("AWS", "${aws_iam_role.reader.arn}")],
        },
        new(["CKV_AWS_227", "KICS 7350fa23"], Keys)
        {
            Condition = "is_enabled must not be false",
            Offences = key => key.Unless("is_enabled", enabled => enabled is null or "true"),
            Violated = ["""{ "is_enabled": false }"""],
            Satisfied = ["{}", """{ "is_enabled": true }"""],
        },
        new(["CKV2_AWS_64"], Keys)
        {
            Condition = "a key must have a policy, in itself or in an aws_kms_key_policy",
            Offences = key => key.PoliciesBeside().Any() ? [] : key.UnlessSet("policy"),
            Violated = ["{}", Beside(policyOf: "b")],
            Satisfied = [KeyPolicy("AWS", "${aws_iam_role.reader.arn}"), Beside(policyOf: "a")],
        },
        new(["KICS 0b530315"], Keys)
        {
            Condition = "deletion_window_in_days must be set, and at most 30",
            Offences = key => key.Unless("deletion_window_in_days", days => int.TryParse(days, out var window) && window <= 30),
            Violated = ["{}", """{ "deletion_window_in_days": 31 }"""],
            Satisfied = ["""{ "deletion_window_in_days": 30 }"""],
        },
        new(["KMS.3"], ["aws_kms_alias"])
        {
            Condition = "an alias must refer to a key of its stack, which only Terraform deletes",
            Offences = alias => alias.Unless("target_key_id", key => alias.Stack.ReferredToBy(key)?.Type == "aws_kms_key"),
            Violated = ["""{ "target_key_id": "1234abcd-12ab-34cd-56ef-1234567890ab" }"""],
            Satisfied =
            [
                """
                { "resource": {
                  "aws_kms_key": { "key": {} },
                  "aws_kms_alias": { "key": { "target_key_id": "${aws_kms_key.key.key_id}" } }
                } }
                """,
            ],
        },
    ];

    private static bool IsSymmetric(Resource key) => key["customer_master_key_spec"] is null or "SYMMETRIC_DEFAULT";

    private static string Beside(string policyOf) => $$"""
        { "resource": { "aws_kms_key": { "a": {} }, "aws_kms_key_policy": { "b": { "key_id": "${aws_kms_key.{{policyOf}}.id}" } } } }
        """;

    private static string KeyPolicy(string type, string principal, string condition = "[]") =>
        Sample.For(type, principal, "kms:Decrypt", on: "*", condition, "aws_kms_key");
}
