
namespace Nautilus.Review.Scanners;

internal static class SecretRules
{
    private const string AwsKey = "alias/aws/secretsmanager";
    private const string Rotation = "aws_secretsmanager_secret_rotation";

    private static readonly string[] Secrets = ["aws_secretsmanager_secret"];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new(["CKV_AWS_149", "AWS-0098", "KICS a2f548f2", "KICS b0d3ef3f", "AC_AWS_0500"], Secrets)
        {
            Condition = "kms_key_id must name a key other than that of AWS",
            Offences = secret => secret.Unless("kms_key_id", key => key?.Length > 0 && !key.EndsWith("aws/secretsmanager", StringComparison.Ordinal)),
            Violated = ["{}", $$"""{ "kms_key_id": "{{AwsKey}}" }"""],
            Satisfied = ["""{ "kms_key_id": "${aws_kms_key.key.arn}" }"""],
        },
        new(["CKV2_AWS_57", "AwsSolutions-SMG4", "SecretsManager.1"], Secrets)
        {
            Condition = $"{Rotation} must change the secret by itself",
            Offences = secret => secret.Stack.Resources.Any(rotation => rotation.Type == Rotation && secret.Stack.ReferredToBy(rotation["secret_id"]) == secret)
                ? []
                : [new(null, Rotation)],
            Violated = ["{}", Rotating("other")],
            Satisfied = [Rotating("sample")],
        },
        new(["CKV_AWS_304", "SecretsManager.4"], [Rotation])
        {
            Condition = "rotation must be due after 90 days at most",
            Offences = rotation => rotation["rotation_rules.schedule_expression"] is null
                ? rotation.Unless("rotation_rules.automatically_after_days", days => int.TryParse(days, out var wait) && wait <= 90)
                : rotation.Unless("rotation_rules.schedule_expression", schedule => Days(schedule!) <= 90),
            Violated = ["{}", After(""" "automatically_after_days": 91 """), After(""" "schedule_expression": "rate(91 days)" """)],
            Satisfied = [After(""" "automatically_after_days": 90 """), After(""" "schedule_expression": "rate(30 days)" """), After(""" "schedule_expression": "rate(12 hours)" """)],
        },
        new(["KICS fa00ce45", "AC_AWS_0501"], PolicyCarriers.Secrets)
        {
            Condition = "no statement may allow everyone, or everything",
            Offences = secret => from statement in secret.PolicyAllows()
                                 from finding in ResourcePolicyRules.Public(statement)
                                     .Concat(statement.ActionsThat(action => action is "*" or "*:*" or "secretsmanager:*"))
                                 select finding,
            Violated = [SecretPolicy("secretsmanager:GetSecretValue", "*"), SecretPolicy("secretsmanager:*", "${aws_iam_role.delivery.arn}")],
            Satisfied = [SecretPolicy("secretsmanager:GetSecretValue", "${aws_iam_role.delivery.arn}")],
        },
    ];

    // Schedules by cron are judged by none of the scanners either.
    private static int Days(string schedule) => schedule.TrimEnd(')').Split('(', ' ') switch
    {
        ["rate", var count, "day" or "days"] => int.Parse(count, System.Globalization.CultureInfo.InvariantCulture),
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

    private static string SecretPolicy(string action, string principal) => Sample.Policy($$"""
        { "actions": ["{{action}}"], "resources": ["*"], "principals": [{ "type": "AWS", "identifiers": ["{{principal}}"] }] }
        """, "aws_secretsmanager_secret_policy");
}
