using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>Access from outside, versions, ownership, locks and names of buckets.</summary>
internal static class S3BucketRules
{
    private const string AccessBlock = "aws_s3_bucket_public_access_block";
    private const string Ownership = "aws_s3_bucket_ownership_controls";
    private const string Versioning = "aws_s3_bucket_versioning";

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
        new(PublicAccess, S3Bucket.Types)
        {
            Condition = $"{AccessBlock} must have all four settings",
            Offences = bucket => bucket.UnlessBeside(AccessBlock, block => WaysIn.All(way => block[way] == "true")),
            Violated =
            [
                "{}",
                S3Bucket.With(AccessBlock, """ "block_public_acls": true, "block_public_policy": true, "ignore_public_acls": true """),
                S3Bucket.With(AccessBlock, AllWays, of: "other"),
            ],
            Satisfied = [S3Bucket.With(AccessBlock, AllWays)],
        },
        new(["CKV_AWS_21", "AWS-0090", "KICS 568a4d22", "AC_AWS_0214", "S3.14"], S3Bucket.Types)
        {
            Condition = $"{Versioning} must be Enabled",
            Offences = bucket => bucket.UnlessBeside(Versioning, versioning => versioning["versioning_configuration.status"] == "Enabled"),
            Violated = ["{}", S3Bucket.With(Versioning, """ "versioning_configuration": { "status": "Suspended" } """)],
            Satisfied = [S3Bucket.With(Versioning, """ "versioning_configuration": { "status": "Enabled" } """)],
        },
        new(["CKV_AWS_143"], S3Bucket.Types)
        {
            Condition = "object_lock_enabled must not be false",
            Offences = bucket => bucket.Unless("object_lock_enabled", locks => locks != "false"),
            Violated = ["""{ "object_lock_enabled": false }"""],
            Satisfied = ["{}", """{ "object_lock_enabled": true }"""],
        },
        new(["S3.15"], S3Bucket.Types)
        {
            Condition = "object_lock_enabled must be true",
            Offences = bucket => bucket.UnlessTrue("object_lock_enabled"),
            Violated = ["{}", """{ "object_lock_enabled": false }"""],
            Satisfied = ["""{ "object_lock_enabled": true }"""],
        },
        new(["CKV2_AWS_65", "S3.12"], S3Bucket.Types)
        {
            Condition = $"{Ownership} must be BucketOwnerEnforced",
            Offences = bucket => bucket.UnlessBeside(Ownership, ownership => ownership["rule.object_ownership"] == "BucketOwnerEnforced"),
            Violated = ["{}", S3Bucket.With(Ownership, """ "rule": { "object_ownership": "ObjectWriter" } """)],
            Satisfied = [S3Bucket.With(Ownership, """ "rule": { "object_ownership": "BucketOwnerEnforced" } """)],
        },
        new(["AWS-0320"], S3Bucket.Types)
        {
            Condition = "no name may have a dot, because the certificate of S3 does not cover it",
            Offences = bucket => [.. bucket.Unless("bucket", HasNoDot), .. bucket.Unless("bucket_prefix", HasNoDot)],
            Violated = ["""{ "bucket": "lake.example.com" }""", """{ "bucket_prefix": "lake." }"""],
            Satisfied = ["{}", """{ "bucket": "lake-${aws_kms_key.key.key_id}" }"""],
        },
    ];

    private static string AllWays => string.Join(',', WaysIn.Select(way => $"\"{way}\": true"));

    private static bool HasNoDot(string? name) =>
        name is null || !Template.WithoutExpressions(name).Contains('.', StringComparison.Ordinal);
}
