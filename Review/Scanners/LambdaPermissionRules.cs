using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>Who may invoke a Lambda function, by its own policy.</summary>
internal static class LambdaPermissionRules
{
    private const string FromBucket = """ "source_arn": "${aws_s3_bucket.lake.arn}" """;

    private static readonly string[] Permissions = ["aws_lambda_permission"];

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["CKV_AWS_364"], Permissions)
        {
            Condition = "a service must be limited to a source_arn or a source_account",
            Offences = permission => permission["source_account"] is null && IsOfService(permission)
                ? permission.UnlessSet("source_arn")
                : [],
            Violated = ["""{ "principal": "s3.amazonaws.com" }"""],
            Satisfied =
            [
                """{ "principal": "s3.amazonaws.com", "source_account": "111122223333" }""",
                $$"""{ "principal": "s3.amazonaws.com", {{FromBucket}} }""",
                """{ "principal": "111122223333" }""",
            ],
        },
        new(["AWS-0067"], Permissions)
        {
            Condition = "a service must be limited to a source_arn",
            Offences = permission => IsOfService(permission) ? permission.UnlessSet("source_arn") : [],
            Violated =
            [
                """{ "principal": "s3.amazonaws.com" }""",
                """{ "principal": "s3.amazonaws.com", "source_account": "111122223333" }""",
            ],
            Satisfied = [$$"""{ "principal": "s3.amazonaws.com", {{FromBucket}} }"""],
        },
        new(["CKV_AWS_301", "KICS e08ed7eb", "KICS 1btsf2f9", "Lambda.1"], Permissions)
        {
            Condition = "principal must not be everyone",
            Offences = permission => permission.Unless("principal", principal => principal != "*"),
            Violated = ["""{ "principal": "*" }"""],
            Satisfied = ["""{ "principal": "s3.amazonaws.com" }"""],
        },
        new(["KICS 75ec6890"], Permissions)
        {
            Condition = "action must be lambda:InvokeFunction",
            Offences = permission => permission.Unless("action", action => action == "lambda:InvokeFunction"),
            Violated = ["""{ "action": "lambda:*" }""", """{ "action": "lambda:UpdateFunctionCode" }"""],
            Satisfied = ["""{ "action": "lambda:InvokeFunction" }"""],
        },
    ];

    private static bool IsOfService(Resource permission) =>
        permission["principal"]?.EndsWith(".amazonaws.com", StringComparison.Ordinal) == true;
}
