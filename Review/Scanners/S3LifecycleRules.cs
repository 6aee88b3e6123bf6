using System.Text.Json.Nodes;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>The lifecycle of objects, and the deletion of their versions.</summary>
internal static class S3LifecycleRules
{
    private const string Lifecycle = "aws_s3_bucket_lifecycle_configuration";

    private static readonly string[] Versionings = ["aws_s3_bucket_versioning"];

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["CKV2_AWS_61", "S3.10", "S3.13"], S3Bucket.Types)
        {
            Condition = $"{Lifecycle} must have rules for old objects",
            Offences = bucket => bucket.UnlessBeside(Lifecycle, _ => true),
            Violated = ["{}", S3Bucket.With(Lifecycle, """ "rule": [] """, of: "other")],
            Satisfied = [S3Bucket.With(Lifecycle, """ "rule": [] """)],
        },
        new(["CKV_AWS_300"], [Lifecycle])
        {
            Condition = "an enabled rule for all objects must abort_incomplete_multipart_upload",
            Offences = lifecycle => lifecycle.Attributes["rule"].Items().Any(AbortsUploads) ? [] : [new(null, "rule")],
            Violated =
            [
                "{}",
                Aborting("Disabled", "{}"),
                Aborting("Enabled", """{ "prefix": "data/" }"""),
                Aborting("Enabled", """{ "tag": { "key": "a", "value": "b" } }"""),
            ],
            Satisfied = [Aborting("Enabled", "{}"), Aborting("Enabled", """{ "prefix": "" }"""), Aborting("Enabled", "[{}]")],
        },
        new(["KICS c5b31ab9", "S3.20"], Versionings)
        {
            Condition = "mfa_delete must be Enabled",
            Offences = versioning => versioning.Unless("versioning_configuration.mfa_delete", deletes => deletes == "Enabled"),
            Violated = ["{}", Mfa("Disabled")],
            Satisfied = [Mfa("Enabled")],
        },
        new(["AWS-0170"], Versionings)
        {
            Condition = "mfa_delete must not be Disabled",
            Offences = versioning => versioning.Unless("versioning_configuration.mfa_delete", deletes => deletes is null or "Enabled"),
            Violated = [Mfa("Disabled")],
            Satisfied = ["""{ "versioning_configuration": { "status": "Enabled" } }""", Mfa("Enabled")],
        },
    ];

    private static bool AbortsUploads(JsonNode rule) =>
        rule["status"].Text() == "Enabled"
        && rule["abort_incomplete_multipart_upload"] is not null
        && rule["filter"].Blocks().SelectMany(filter => filter).All(part => part.Key == "prefix" && part.Value.Text() == "");

    private static string Aborting(string status, string filter) => $$"""
        { "rule": [{ "status": "{{status}}", "filter": {{filter}}, "abort_incomplete_multipart_upload": { "days_after_initiation": 7 } }] }
        """;

    private static string Mfa(string deletes) =>
        $$"""{ "versioning_configuration": { "status": "Enabled", "mfa_delete": "{{deletes}}" } }""";
}
