using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>Encryption of buckets. S3 delivers access logs only to buckets under its own key.</summary>
internal static class S3EncryptionRules
{
    private const string Encryption = "aws_s3_bucket_server_side_encryption_configuration";
    private const string CustomerKey = """ "sse_algorithm": "aws:kms", "kms_master_key_id": "${aws_kms_key.key.arn}" """;
    private const string S3Key = """ "sse_algorithm": "AES256" """;
    private const string Algorithm = "rule.apply_server_side_encryption_by_default.sse_algorithm";
    private const string Key = "rule.apply_server_side_encryption_by_default.kms_master_key_id";

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["CKV_AWS_19", "AWS-0088"], S3Bucket.Types)
        {
            Condition = $"{Encryption} must name an algorithm",
            Offences = bucket => bucket.UnlessBeside(Encryption, encryption => encryption[Algorithm]?.Length > 0),
            Violated = ["{}", Encrypted(S3Key, of: "other")],
            Satisfied = [Encrypted(S3Key), Encrypted(CustomerKey)],
        },
        new(["CKV_AWS_145", "AC_AWS_0207", "S3DefaultEncryptionKMS", "S3.17"], S3Bucket.Types)
        {
            Condition = $"{Encryption} must be aws:kms with a key",
            Offences = bucket => bucket.UnlessBeside(Encryption, HasKey),
            Violated = ["{}", Encrypted(S3Key), Encrypted(""" "sse_algorithm": "aws:kms" """)],
            Satisfied = [Encrypted(CustomerKey)],
        },
        new(["AWS-0132"], S3Bucket.Types)
        {
            Condition = $"{Encryption} must be aws:kms with a key, unless the bucket receives access logs",
            Offences = bucket => bucket.ReceivesLogs ? [] : bucket.UnlessBeside(Encryption, HasKey),
            Violated = ["{}", Encrypted(S3Key)],
            Satisfied = [Encrypted(CustomerKey), S3Bucket.OfLogs],
        },
        new(["nautilus-s3-log-bucket-key"], S3Bucket.Types)
        {
            Condition = $"{Encryption} of a bucket that receives access logs must be AES256: S3 delivers to no other",
            Offences = bucket => bucket.ReceivesLogs
                ? bucket.UnlessBeside(Encryption, encryption => encryption[Algorithm] == "AES256")
                : [],
            Violated = [S3Bucket.OfLogs, LogsEncrypted(CustomerKey)],
            Satisfied = [LogsEncrypted(S3Key)],
        },
    ];

    private static bool HasKey(Resource encryption) => encryption[Algorithm] == "aws:kms" && encryption[Key]?.Length > 0;

    private static string Rule(string by) => $$""" "rule": [{ "apply_server_side_encryption_by_default": { {{by}} } }] """;

    private static string Encrypted(string by, string of = "sample") => S3Bucket.With(Encryption, Rule(by), of);

    private static string LogsEncrypted(string by) => $$"""
        {
          "resource": {
            "aws_s3_bucket": { "logs": {} },
            "aws_s3_bucket_logging": { "lake": { "target_bucket": "${aws_s3_bucket.logs.id}" } },
            "{{Encryption}}": { "logs": { "bucket": "${aws_s3_bucket.logs.id}", {{Rule(by)}} } }
          }
        }
        """;
}
