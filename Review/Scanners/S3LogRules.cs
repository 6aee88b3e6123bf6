namespace Nautilus.Review.Scanners;

/// <summary>Access logs, notifications and replicas of buckets.</summary>
internal static class S3LogRules
{
    private const string Notification = "aws_s3_bucket_notification";
    private const string Replication = "aws_s3_bucket_replication_configuration";

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["CKV_AWS_18", "KICS f861041c", "AC_AWS_0497", "AwsSolutions-S1", "S3.9"], S3Bucket.Types)
        {
            Condition = $"{S3Bucket.Logging} must log access",
            Offences = bucket => bucket.UnlessBeside(S3Bucket.Logging, _ => true),
            Violated = ["{}", S3Bucket.OfLogs, S3Bucket.With(S3Bucket.Logging, """ "target_bucket": "logs" """, of: "other")],
            Satisfied = [S3Bucket.With(S3Bucket.Logging, """ "target_bucket": "logs" """)],
        },
        new(["AWS-0089"], S3Bucket.Types)
        {
            Condition = $"{S3Bucket.Logging} must log access, unless the bucket receives access logs",
            Offences = bucket => bucket.ReceivesLogs ? [] : bucket.UnlessBeside(S3Bucket.Logging, _ => true),
            Violated = ["{}"],
            Satisfied = [S3Bucket.With(S3Bucket.Logging, """ "target_bucket": "logs" """), S3Bucket.OfLogs],
        },
        new(["CKV2_AWS_62", "S3.11"], S3Bucket.Types)
        {
            Condition = $"{Notification} must report new objects",
            Offences = bucket => bucket.UnlessBeside(Notification, _ => true),
            Violated = ["{}"],
            Satisfied = [S3Bucket.With(Notification, """ "eventbridge": true """)],
        },
        new(["CKV_AWS_144", "S3.7"], S3Bucket.Types)
        {
            Condition = $"{Replication} must be Enabled",
            Offences = bucket => bucket.UnlessBeside(Replication, replication => replication["rule.status"] == "Enabled"),
            Violated = ["{}", S3Bucket.With(Replication, """ "rule": { "status": "Disabled" } """)],
            Satisfied = [S3Bucket.With(Replication, """ "rule": { "status": "Enabled" } """)],
        },
    ];
}
