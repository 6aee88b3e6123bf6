using System.Text.Json.Nodes;
using Nautilus.Review.Access;
using Nautilus.Review.Policies;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>Who may reach a bucket, what its life cycle ends, and what keeps versions from being deleted.</summary>
internal static class S3AccessRules
{
    private const string Everything = """ "${aws_s3_bucket.sample.arn}", "${aws_s3_bucket.sample.arn}/*" """;
    private const string FromAccount = """[{ "test": "StringEquals", "variable": "aws:PrincipalAccount", "values": ["111122223333"] }]""";

    private static readonly string[] Acls = ["aws_s3_bucket_acl", "aws_s3_bucket"];
    private static readonly string[] Lifecycles = ["aws_s3_bucket_lifecycle_configuration"];
    private static readonly string[] Versionings = ["aws_s3_bucket_versioning"];

    private static readonly string[] PublicAcls = ["public-read", "public-read-write", "authenticated-read", "website"];

    private static readonly string[] LockOut = ["s3:*", "s3:PutBucketPolicy"];

    private static readonly string[] NotForOthers =
        ["s3:DeleteBucketPolicy", "s3:PutBucketAcl", "s3:PutBucketPolicy", "s3:PutEncryptionConfiguration", "s3:PutObjectAcl"];

    private static readonly string[] OfEveryone =
    [
        "CKV_AWS_70",
        "KICS 7af43613", "KICS ffdf4b37", "KICS 1df37f4b", "KICS 66c6f96f", "KICS d24c0755", "KICS a4966c4f",
        "AC_AWS_0217", "AC_AWS_0218", "AC_AWS_0219", "AC_AWS_0220", "AC_AWS_0221", "AC_AWS_0222", "AC_AWS_0223", "AC_AWS_0224",
    ];

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["CKV_AWS_20", "CKV_AWS_57", "CKV_AWS_375", "AWS-0092", "KICS 38c5ee0d", "KICS 57b9893d", "KICS 64a222aa", "S3.2", "S3.3"], Acls)
        {
            Condition = "acl must let in nobody else",
            Offences = bucket => bucket.Unless("acl", acl => !PublicAcls.Contains(acl)),
            Violated = [.. PublicAcls.Select(acl => $$"""{ "acl": "{{acl}}" }"""), Sample.Resource("aws_s3_bucket", """{ "acl": "public-read" }""")],
            Satisfied = ["{}", """{ "acl": "private" }""", """{ "acl": "log-delivery-write" }"""],
        },
        new(OfEveryone, PolicyCarriers.Buckets)
        {
            Condition = "no statement may allow everyone without a condition",
            Offences = bucket => bucket.PublicPrincipals,
            Violated = [BucketPolicy("s3:GetObject", "AWS", "*"), BucketPolicy("s3:*", "*", "*")],
            Satisfied = [BucketPolicy("s3:GetObject", "AWS", "${aws_iam_role.reader.arn}"), BucketPolicy("s3:GetObject", "AWS", "*", condition: FromAccount)],
        },
        new(["CKV_AWS_93"], PolicyCarriers.Buckets)
        {
            Condition = "no statement may keep everyone, its owner as well, from the bucket's policy",
            Offences = bucket => from statement in bucket.PolicyStatements
                                 where !statement.Allows && statement.Conditions.Count == 0 && statement.Principals.Any(principal => principal.IsAnyone)
                                 from finding in statement.ActionsThatGrantAny(LockOut)
                                 select finding,
            Violated = [Denying("s3:*"), Denying("s3:Put*"), Denying("s3:PutBucketPolicy")],
            Satisfied = [Denying("s3:*", Sample.WithoutTls), Denying("s3:DeleteObject"), BucketPolicy("s3:*", "AWS", "${aws_iam_role.reader.arn}")],
        },
        new(["CKV_AWS_379", "KICS 4bc4dd4c", "AwsSolutions-S10", "S3.5"], ["aws_s3_bucket"])
        {
            Condition = "a policy must deny all actions without TLS, on the bucket and on what is in it",
            Offences = bucket => PoliciesOf(bucket).SelectMany(policy => policy.PolicyStatements).Any(statement => DeniesPlainHttp(statement, bucket))
                ? []
                : [new(bucket["policy"], "policy")],
            Violated =
            [
                "{}",
                Denying("s3:*"),
                Denying("s3:GetObject", Sample.WithoutTls),
                Denying("s3:*", Sample.WithoutTls, """ "${aws_s3_bucket.sample.arn}/*" """),
                Denying("s3:*", Sample.WithoutTls, of: "other"),
            ],
            Satisfied = [Denying("s3:*", Sample.WithoutTls)],
        },
        new(["S3.6"], PolicyCarriers.Buckets)
        {
            Condition = "no statement may let another account change who may do what",
            Offences = bucket => from statement in bucket.PolicyAllows
                                 where statement.PrincipalsThat(principal => IsForeign(principal, bucket)).Any()
                                 from finding in statement.ActionsThatGrantAny(NotForOthers)
                                 select finding,
            Violated = [BucketPolicy("s3:PutBucketPolicy", "AWS", "arn:aws:iam::999988887777:root"), BucketPolicy("s3:Put*", "AWS", "999988887777")],
            Satisfied = [BucketPolicy("s3:GetObject", "AWS", "999988887777"), BucketPolicy("s3:PutBucketPolicy", "AWS", "${aws_iam_role.reader.arn}")],
        },
        new(["CKV_AWS_300"], Lifecycles)
        {
            Condition = "an enabled rule for all objects must abort_incomplete_multipart_upload",
            Offences = lifecycle => lifecycle.Attributes["rule"].Items().Any(AbortsUploads) ? [] : [new(null, "rule")],
            Violated = ["{}", Aborting("Disabled", "{}"), Aborting("Enabled", """{ "prefix": "data/" }"""), Aborting("Enabled", """{ "tag": { "key": "a", "value": "b" } }""")],
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

    private static IEnumerable<Resource> PoliciesOf(Resource bucket) =>
        bucket.Stack.Resources.Where(policy => policy == bucket
            || (policy.Type == "aws_s3_bucket_policy" && bucket.Stack.ReferredToBy(policy["bucket"]) == bucket));

    private static bool DeniesPlainHttp(Statement statement, Resource bucket) =>
        statement.DeniesWithoutTls("s3:*")
        && new[] { $"${{{bucket.Address}.arn}}", $"${{{bucket.Address}.arn}}/*" }.All(statement.Resources.Contains);

    private static bool IsForeign(Principal principal, Resource bucket) => principal.Type is "AWS" or "*" && bucket.Stack.ReferredToBy(principal.Id) is null;

    private static bool AbortsUploads(JsonNode rule) =>
        rule["status"].Text() == "Enabled"
        && rule["abort_incomplete_multipart_upload"] is not null
        && rule["filter"].Items().SelectMany(filter => filter.AsObject()).All(part => part.Key == "prefix" && part.Value.Text() == "");

    private static string BucketPolicy(string action, string type, string principal, string condition = "[]") => Whole($$"""
        {
          "actions": ["{{action}}"],
          "resources": [{{Everything}}],
          "principals": [{ "type": "{{type}}", "identifiers": ["{{principal}}"] }],
          "condition": {{condition}}
        }
        """);

    private static string Denying(string action, string condition = "[]", string on = Everything, string of = "sample") => Whole($$"""
        {
          "effect": "Deny",
          "actions": ["{{action}}"],
          "resources": [{{on}}],
          "principals": [{ "type": "*", "identifiers": ["*"] }],
          "condition": {{condition}}
        }
        """, of);

    private static string Whole(string statement, string of = "sample") => $$"""
        {
          "data": { "aws_iam_policy_document": { "sample": { "statement": [{{statement}}] } } },
          "resource": {
            "aws_iam_role": { "reader": {} },
            "aws_s3_bucket": { "sample": {} },
            "aws_s3_bucket_policy": { "sample": { "bucket": "${aws_s3_bucket.{{of}}.id}", "policy": "${data.aws_iam_policy_document.sample.json}" } }
          }
        }
        """;

    private static string Aborting(string status, string filter) => $$"""
        { "rule": [{ "status": "{{status}}", "filter": {{filter}}, "abort_incomplete_multipart_upload": { "days_after_initiation": 7 } }] }
        """;

    private static string Mfa(string deletes) => $$"""{ "versioning_configuration": { "status": "Enabled", "mfa_delete": "{{deletes}}" } }""";
}
