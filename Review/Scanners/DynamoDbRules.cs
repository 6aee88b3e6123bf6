namespace Nautilus.Review.Scanners;

/// <summary>DynamoDB tables.</summary>
internal static class DynamoDbRules
{
    private static readonly string[] Tables = ["aws_dynamodb_table"];

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["CKV_AWS_28", "AWS-0024", "AwsSolutions-DDB3", "DynamoDB.2"], Tables)
        {
            Condition = "point_in_time_recovery must be enabled",
            Offences = table => table.UnlessTrue("point_in_time_recovery.enabled"),
            Violated = ["{}", """{ "point_in_time_recovery": { "enabled": false } }"""],
            Satisfied = ["""{ "point_in_time_recovery": { "enabled": true } }"""],
        },
        new(["CKV_AWS_119", "AWS-0025"], Tables)
        {
            Condition = "server_side_encryption must use a customer managed key",
            Offences = table =>
            [
                .. table.UnlessTrue("server_side_encryption.enabled"),
                .. table.UnlessSet("server_side_encryption.kms_key_arn"),
            ],
            Violated = ["{}", """{ "server_side_encryption": { "enabled": true } }"""],
            Satisfied = ["""{ "server_side_encryption": { "enabled": true, "kms_key_arn": "${aws_kms_key.key.arn}" } }"""],
        },
        new(["DynamoDB.6"], Tables)
        {
            Condition = "deletion_protection_enabled must be true",
            Offences = table => table.UnlessTrue("deletion_protection_enabled"),
            Violated = ["{}", """{ "deletion_protection_enabled": false }"""],
            Satisfied = ["""{ "deletion_protection_enabled": true }"""],
        },
    ];
}
