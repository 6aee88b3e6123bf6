using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>Kinesis streams.</summary>
internal static class KinesisRules
{
    private const string AwsKey = "alias/aws/kinesis";

    private static readonly string[] Streams = ["aws_kinesis_stream"];

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["CKV_AWS_43", "AwsSolutions-KDS1", "Kinesis.1", "kinesis-stream-encrypted", "CT.KINESIS.PR.1"], Streams)
        {
            Condition = "encryption_type must be KMS",
            Offences = IsKms,
            Violated = ["{}", """{ "encryption_type": "NONE" }"""],
            Satisfied = ["""{ "encryption_type": "KMS" }"""],
        },
        new(["CKV_AWS_185"], Streams)
        {
            Condition = "kms_key_id must name a key",
            Offences = stream => stream.UnlessSet("kms_key_id"),
            Violated = ["{}", """{ "kms_key_id": "" }"""],
            Satisfied = [$$"""{ "kms_key_id": "{{AwsKey}}" }""", """{ "kms_key_id": "${aws_kms_key.key.arn}" }"""],
        },
        new(["AWS-0064", "KICS 862fe4bf-3eec-4767-a517-40f378886b88", "AC_AWS_0157"], Streams)
        {
            Condition = "encryption_type must be KMS and kms_key_id must name a key",
            Offences = stream => [.. IsKms(stream), .. stream.UnlessSet("kms_key_id")],
            Violated = ["""{ "encryption_type": "KMS" }""", $$"""{ "encryption_type": "NONE", "kms_key_id": "{{AwsKey}}" }"""],
            Satisfied = [$$"""{ "encryption_type": "KMS", "kms_key_id": "{{AwsKey}}" }"""],
        },
        new(["AwsSolutions-KDS3"], Streams)
        {
            Condition = $"an encrypted stream must use {AwsKey}",
            Offences = stream => stream["encryption_type"] == "KMS" ? stream.Unless("kms_key_id", key => key == AwsKey) : [],
            Violated = ["""{ "encryption_type": "KMS", "kms_key_id": "${aws_kms_key.key.arn}" }"""],
            Satisfied = [$$"""{ "encryption_type": "KMS", "kms_key_id": "{{AwsKey}}" }"""],
        },
        new(["Kinesis.2"], Streams)
        {
            Condition = "a stream must have a tag, of its own or of the provider",
            Offences = stream => stream.UnlessTagged(),
            Violated = ["{}", """{ "tags": {} }"""],
            Satisfied =
            [
                """{ "tags": { "Owner": "web" } }""",
                """
                {
                  "provider": { "aws": [{ "default_tags": [{ "tags": { "Owner": "web" } }] }] },
                  "resource": { "aws_kinesis_stream": { "clicks": {} } }
                }
                """,
            ],
        },
        new(["Kinesis.3"], Streams)
        {
            Condition = "retention_period must be 168 or more",
            Offences = stream => stream.Unless("retention_period", hours => int.TryParse(hours, out var kept) && kept >= 168),
            Violated = ["{}", """{ "retention_period": 167 }"""],
            Satisfied = ["""{ "retention_period": 168 }"""],
        },
    ];

    private static IEnumerable<Finding> IsKms(Resource stream) => stream.Unless("encryption_type", type => type == "KMS");
}
