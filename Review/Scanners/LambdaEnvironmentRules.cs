using System.Text.RegularExpressions;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>Environment variables of Lambda functions.</summary>
internal static partial class LambdaEnvironmentRules
{
    private const string Environment = """ "environment": { "variables": { "SCHEMA": "1" } } """;

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["CKV_AWS_173", "AC_AWS_0483"], LambdaRules.Functions)
        {
            Condition = "kms_key_arn must name a key where there is an environment, and none where there is not",
            Offences = function => function.Unless("kms_key_arn", key => key?.Length > 0 == function["environment"] is not null),
            Violated = [$"{{ {Environment} }}", """{ "kms_key_arn": "${aws_kms_key.key.arn}" }"""],
            Satisfied = ["{}", $$"""{ {{Environment}}, "kms_key_arn": "${aws_kms_key.key.arn}" }"""],
        },
        new(["CKV_AWS_45"], LambdaRules.Functions)
        {
            Condition = "no secret may be in the environment",
            Offences = function => from variables in function.Attributes.At("environment.variables").Blocks()
                                   from variable in variables
                                   where Secret().IsMatch(variable.Value.Text()!)
                                   select new Finding(variable.Value.Text(), variable.Key),
            Violated =
            [
                Variable("AKIAIOSFODNN7EXAMPLE"),
                Variable("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
                Variable("-----BEGIN RSA PRIVATE KEY-----"),
            ],
            Satisfied = ["{}", Variable("s3://lake/schema.json"), Variable("${aws_secretsmanager_secret.redshift.arn}")],
        },
    ];

    private static string Variable(string value) => $$"""{ "environment": { "variables": { "SETTING": "{{value}}" } } }""";

    // An access key, what may be its secret, and a private key.
    [GeneratedRegex(@"\b(AKIA|ASIA)[A-Z0-9]{16}\b|^[A-Za-z0-9/+]{40}\z|PRIVATE KEY-----")]
    private static partial Regex Secret();
}
