using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>What a bucket must have beside it: in the provider, nearly all of a bucket's settings are resources of their own.</summary>
internal static class S3BucketRules
{
    private const string AccessBlock = "aws_s3_bucket_public_access_block";
    private const string Encryption = "aws_s3_bucket_server_side_encryption_configuration";
    private const string Lifecycle = "aws_s3_bucket_lifecycle_configuration";
    private const string Logging = "aws_s3_bucket_logging";
    private const string Notification = "aws_s3_bucket_notification";
    private const string Ownership = "aws_s3_bucket_ownership_controls";
    private const string Replication = "aws_s3_bucket_replication_configuration";
    private const string Versioning = "aws_s3_bucket_versioning";

    private const string WithOurKey = """ "sse_algorithm": "aws:kms", "kms_master_key_id": "${aws_kms_key.key.arn}" """;
    private const string WithS3Key = """ "sse_algorithm": "AES256" """;
    private const string Algorithm = "rule.apply_server_side_encryption_by_default.sse_algorithm";
    private const string Key = "rule.apply_server_side_encryption_by_default.kms_master_key_id";
    private const string Logs = """{ "resource": { "aws_s3_bucket": { "logs": {} }, "aws_s3_bucket_logging": { "lake": { "target_bucket": "${aws_s3_bucket.logs.id}" } } } }""";

    private static readonly string[] Buckets = ["aws_s3_bucket"];

    private static readonly string[] WaysIn = ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"];

    private static readonly string[] PublicAccess =
    [
        "CKV_AWS_53", "CKV_AWS_54", "CKV_AWS_55", "CKV_AWS_56", "CKV2_AWS_6",
        "AWS-0086", "AWS-0087", "AWS-0091", "AWS-0093", "AWS-0094",
        "KICS d0cc8694", "KICS 1a4bc881", "KICS 4fa66806", "KICS 1ec253ab",
        "AwsSolutions-S2", "S3.8",
    ];

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(PublicAccess, Buckets)
        {
            Condition = $"{AccessBlock} must close all four ways in",
            Offences = bucket => bucket.UnlessBeside(AccessBlock, block => WaysIn.All(way => block[way] == "true")),
            Violated =
            [
                "{}",
                Beside(AccessBlock, """ "block_public_acls": true, "block_public_policy": true, "ignore_public_acls": true """),
                Beside(AccessBlock, AllWays, of: "other"),
            ],
            Satisfied = [Beside(AccessBlock, AllWays)],
        },
        new(["CKV_AWS_19", "AWS-0088"], Buckets)
        {
            Condition = $"{Encryption} must name an algorithm",
            Offences = bucket => bucket.UnlessBeside(Encryption, encryption => encryption[Algorithm]?.Length > 0),
            Violated = ["{}", Encrypted(WithS3Key, of: "other")],
            Satisfied = [Encrypted(WithS3Key), Encrypted(WithOurKey)],
        },
        new(["CKV_AWS_145", "AC_AWS_0207", "S3DefaultEncryptionKMS", "S3.17"], Buckets)
        {
            Condition = $"{Encryption} must be aws:kms with a key",
            Offences = bucket => bucket.UnlessBeside(Encryption, IsWithKey),
            Violated = ["{}", Encrypted(WithS3Key), Encrypted(""" "sse_algorithm": "aws:kms" """)],
            Satisfied = [Encrypted(WithOurKey)],
        },
        new(["AWS-0132"], Buckets)
        {
            Condition = $"{Encryption} must be aws:kms with a key, unless the bucket takes access logs",
            Offences = bucket => TakesLogs(bucket) ? [] : bucket.UnlessBeside(Encryption, IsWithKey),
            Violated = ["{}", Encrypted(WithS3Key)],
            Satisfied = [Encrypted(WithOurKey), Logs],
        },
        new(["nautilus-s3-log-bucket-key"], Buckets)
        {
            Condition = $"{Encryption} of a bucket that takes access logs must be AES256, as S3 delivers to no other",
            Offences = bucket => TakesLogs(bucket) ? bucket.UnlessBeside(Encryption, encryption => encryption[Algorithm] == "AES256") : [],
            Violated = [Logs, LogsEncrypted(WithOurKey)],
            Satisfied = [LogsEncrypted(WithS3Key)],
        },
        new(["CKV_AWS_21", "AWS-0090", "KICS 568a4d22", "AC_AWS_0214", "S3.14"], Buckets)
        {
            Condition = $"{Versioning} must be Enabled",
            Offences = bucket => bucket.UnlessBeside(Versioning, versioning => versioning["versioning_configuration.status"] == "Enabled"),
            Violated = ["{}", Beside(Versioning, """ "versioning_configuration": { "status": "Suspended" } """)],
            Satisfied = [Beside(Versioning, """ "versioning_configuration": { "status": "Enabled" } """)],
        },
        new(["CKV_AWS_18", "KICS f861041c", "AC_AWS_0497", "AwsSolutions-S1", "S3.9"], Buckets)
        {
            Condition = $"{Logging} must say where access is logged",
            Offences = bucket => bucket.UnlessBeside(Logging, _ => true),
            Violated = ["{}", Logs, Beside(Logging, """ "target_bucket": "logs" """, of: "other")],
            Satisfied = [Beside(Logging, """ "target_bucket": "logs" """)],
        },
        new(["AWS-0089"], Buckets)
        {
            Condition = $"{Logging} must say where access is logged, unless the bucket takes access logs",
            Offences = bucket => TakesLogs(bucket) ? [] : bucket.UnlessBeside(Logging, _ => true),
            Violated = ["{}"],
            Satisfied = [Beside(Logging, """ "target_bucket": "logs" """), Logs],
        },
        new(["CKV2_AWS_61", "S3.10", "S3.13"], Buckets)
        {
            Condition = $"{Lifecycle} must say what becomes of old objects",
            Offences = bucket => bucket.UnlessBeside(Lifecycle, _ => true),
            Violated = ["{}", Beside(Lifecycle, """ "rule": [] """, of: "other")],
            Satisfied = [Beside(Lifecycle, """ "rule": [] """)],
        },
        new(["CKV2_AWS_62", "S3.11"], Buckets)
        {
            Condition = $"{Notification} must tell somebody of new objects",
            Offences = bucket => bucket.UnlessBeside(Notification, _ => true),
            Violated = ["{}"],
            Satisfied = [Beside(Notification, """ "eventbridge": true """)],
        },
        new(["CKV_AWS_144", "S3.7"], Buckets)
        {
            Condition = $"{Replication} must be Enabled",
            Offences = bucket => bucket.UnlessBeside(Replication, replication => replication["rule.status"] == "Enabled"),
            Violated = ["{}", Beside(Replication, """ "rule": { "status": "Disabled" } """)],
            Satisfied = [Beside(Replication, """ "rule": { "status": "Enabled" } """)],
        },
        new(["CKV_AWS_143"], Buckets)
        {
            Condition = "object_lock_enabled must not be false",
            Offences = bucket => bucket.Unless("object_lock_enabled", locks => locks != "false"),
            Violated = ["""{ "object_lock_enabled": false }"""],
            Satisfied = ["{}", """{ "object_lock_enabled": true }"""],
        },
        new(["S3.15"], Buckets)
        {
            Condition = "object_lock_enabled must be true",
            Offences = bucket => bucket.UnlessTrue("object_lock_enabled"),
            Violated = ["{}", """{ "object_lock_enabled": false }"""],
            Satisfied = ["""{ "object_lock_enabled": true }"""],
        },
        new(["CKV2_AWS_65", "S3.12"], Buckets)
        {
            Condition = $"{Ownership} must be BucketOwnerEnforced",
            Offences = bucket => bucket.UnlessBeside(Ownership, ownership => ownership["rule.object_ownership"] == "BucketOwnerEnforced"),
            Violated = ["{}", Beside(Ownership, """ "rule": { "object_ownership": "ObjectWriter" } """)],
            Satisfied = [Beside(Ownership, """ "rule": { "object_ownership": "BucketOwnerEnforced" } """)],
        },
        new(["AWS-0320"], Buckets)
        {
            Condition = "no name may have a dot, for which TLS has no certificate",
            Offences = bucket => from attribute in new[] { "bucket", "bucket_prefix" }
                                 from finding in bucket.Unless(attribute, name => name is null || !Template.WithoutExpressions(name).Contains('.', StringComparison.Ordinal))
                                 select finding,
            Violated = ["""{ "bucket": "lake.example.com" }""", """{ "bucket_prefix": "lake." }"""],
            Satisfied = ["{}", """{ "bucket": "lake-${aws_kms_key.key.key_id}" }"""],
        },
    ];

    private static string AllWays => string.Join(',', WaysIn.Select(way => $"\"{way}\": true"));

    private static bool IsWithKey(Resource encryption) => encryption[Algorithm] == "aws:kms" && encryption[Key]?.Length > 0;

    private static bool TakesLogs(Resource bucket) =>
        bucket.Stack.Resources.Any(logging => logging.Type == Logging && bucket.Stack.ReferredToBy(logging["target_bucket"]) == bucket);

    private static IEnumerable<Finding> UnlessBeside(this Resource bucket, string type, Func<Resource, bool> holds) =>
        bucket.Stack.Resources.Any(resource => resource.Type == type && bucket.Stack.ReferredToBy(resource["bucket"]) == bucket && holds(resource))
            ? []
            : [new(null, type)];

    private static string Beside(string type, string attributes, string of = "sample") => $$"""
        {
          "resource": {
            "aws_s3_bucket": { "sample": {} },
            "{{type}}": { "sample": { "bucket": "${aws_s3_bucket.{{of}}.id}", {{attributes}} } }
          }
        }
        """;

    private static string Encrypted(string by, string of = "sample") =>
        Beside(Encryption, $$""" "rule": [{ "apply_server_side_encryption_by_default": { {{by}} } }] """, of);

    private static string LogsEncrypted(string by) => $$"""
        {
          "resource": {
            "aws_s3_bucket": { "logs": {} },
            "aws_s3_bucket_logging": { "lake": { "target_bucket": "${aws_s3_bucket.logs.id}" } },
            "{{Encryption}}": { "logs": { "bucket": "${aws_s3_bucket.logs.id}", "rule": [{ "apply_server_side_encryption_by_default": { {{by}} } }] } }
          }
        }
        """;
}
