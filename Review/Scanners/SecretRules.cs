using System.Globalization;
using Nautilus.Review.Policies;

namespace Nautilus.Review.Scanners;

/// <summary>Secrets of Secrets Manager.</summary>
internal static class SecretRules
{
    private const string AwsKey = "aws/secretsmanager";
    private const string Rotation = "aws_secretsmanager_secret_rotation";

    private static readonly string[] Secrets = ["aws_secretsmanager_secret"];

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["CKV_AWS_149", "AWS-0098", "KICS a2f548f2", "KICS b0d3ef3f", "AC_AWS_0500"], Secrets)
        {
            Condition = "kms_key_id must name a customer managed key",
            Offences = secret => secret.Unless("kms_key_id", key => key?.Length > 0 && !key.EndsWith(AwsKey, StringComparison.Ordinal)),
            Violated = ["{}", $$"""{ "kms_key_id": "alias/{{AwsKey}}" }"""],
            Satisfied = ["""{ "kms_key_id": "${aws_kms_key.key.arn}" }"""],
        },
        new(["CKV2_AWS_57", "AwsSolutions-SMG4", "SecretsManager.1"], Secrets)
        {
            Condition = $"{Rotation} must rotate the secret",
            Offences = secret => secret.Beside(Rotation, "secret_id").Any() ? [] : [new(null, Rotation)],
            Violated = ["{}", Rotating("other")],
            Satisfied = [Rotating("sample")],
        },
        new(["CKV_AWS_304", "SecretsManager.4"], [Rotation])
        {
            Condition = "rotation must be due after at most 90 days",
            Offences = rotation => rotation["rotation_rules.schedule_expression"] is null
                ? rotation.Unless("rotation_rules.automatically_after_days", days => int.TryParse(days, out var wait) && wait <= 90)
                : rotation.Unless("rotation_rules.schedule_expression", schedule => Days(schedule!) <= 90),
            Violated = ["{}", After(""" "automatically_after_days": 91 """), After(""" "schedule_expression": "rate(91 days)" """)],
            Satisfied =
            [
                After(""" "automatically_after_days": 90 """),
                After(""" "schedule_expression": "rate(30 days)" """),
                After(""" "schedule_expression": "rate(12 hours)" """),
            ],
        },
        new(["KICS fa00ce45", "AC_AWS_0501"], PolicyCarriers.Secrets)
        {
            Condition = "no statement may allow everyone, or all actions",
            Offences = secret =>
            [
                .. secret.PublicPrincipals,
                .. secret.ActionsThat(action => action is "*" or "*:*" or "secretsmanager:*"),
            ],
            Violated =
            [
                SecretPolicy("secretsmanager:GetSecretValue", "*"),
                SecretPolicy("secretsmanager:*", "${aws_iam_role.delivery.arn}"),
            ],
            Satisfied = [SecretPolicy("secretsmanager:GetSecretValue", "${aws_iam_role.delivery.arn}")],
        },
    ];

    // The scanners do not judge cron schedules either.
    private static int Days(string schedule) => schedule.TrimEnd(')').Split('(', ' ') switch
    {
        ["rate", var count, "day" or "days"] => int.Parse(count, CultureInfo.InvariantCulture),
        ["rate", _, "hour" or "hours"] => 1,
        _ => int.MaxValue,
    };

    private static string Rotating(string secret) => $$"""
        {
          "resource": {
            "aws_secretsmanager_secret": { "sample": {} },
            "{{Rotation}}": { "sample": { "secret_id": "${aws_secretsmanager_secret.{{secret}}.id}" } }
          }
        }
        """;

    private static string After(string rule) => $$"""{ "rotation_rules": { {{rule}} } }""";

    private static string SecretPolicy(string action, string principal) =>
        Sample.For("AWS", principal, action, on: "*", carrier: "aws_secretsmanager_secret_policy");
}
