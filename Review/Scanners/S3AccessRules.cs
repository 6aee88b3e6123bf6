using Nautilus.Review.Policies;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>Who may reach a bucket.</summary>
internal static class S3AccessRules
{
    private const string Reader = "${aws_iam_role.reader.arn}";
    private const string OtherAccount = "999988887777";
    private const string Everything = """ "${aws_s3_bucket.sample.arn}", "${aws_s3_bucket.sample.arn}/*" """;
    private const string FromAccount = """[{ "test": "StringEquals", "variable": "aws:PrincipalAccount", "values": ["111122223333"] }]""";

    private static readonly string[] Acls = ["aws_s3_bucket_acl", "aws_s3_bucket"];

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
        new(
            ["CKV_AWS_20", "CKV_AWS_57", "CKV_AWS_375", "AWS-0092", "KICS 38c5ee0d", "KICS 57b9893d", "KICS 64a222aa", "S3.2", "S3.3"],
            Acls)
        {
            Condition = "acl must not be public",
            Offences = bucket => bucket.Unless("acl", acl => !PublicAcls.Contains(acl)),
            Violated =
            [
                .. PublicAcls.Select(acl => $$"""{ "acl": "{{acl}}" }"""),
                Sample.Resource("aws_s3_bucket", """{ "acl": "public-read" }"""),
            ],
            Satisfied = ["{}", """{ "acl": "private" }""", """{ "acl": "log-delivery-write" }"""],
        },
        new(OfEveryone, PolicyCarriers.Buckets)
        {
            Condition = "no statement may allow everyone without a condition",
            Offences = bucket => bucket.PublicPrincipals,
            Violated = [Allowing("s3:GetObject", "*"), Allowing("s3:*", "*", type: "*")],
            Satisfied = [Allowing("s3:GetObject", Reader), Allowing("s3:GetObject", "*", condition: FromAccount)],
        },
        new(["CKV_AWS_93"], PolicyCarriers.Buckets)
        {
            Condition = "no statement may deny everyone, the owner included, the bucket's policy",
            Offences = bucket => from statement in bucket.PolicyStatements
                                 where DeniesEveryone(statement)
                                 from finding in statement.ActionsThatGrantAny(LockOut)
                                 select finding,
            Violated = [Denying("s3:*"), Denying("s3:Put*"), Denying("s3:PutBucketPolicy")],
            Satisfied = [Denying("s3:*", Sample.WithoutTls), Denying("s3:DeleteObject"), Allowing("s3:*", Reader)],
        },
        new(["CKV_AWS_379", "KICS 4bc4dd4c", "AwsSolutions-S10", "S3.5"], S3Bucket.Types)
        {
            Condition = "a policy must deny all actions without TLS, on the bucket and on its objects",
            Offences = bucket => bucket.AllStatements.Any(statement => DeniesPlainHttp(statement, bucket))
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
            Condition = "no statement may let another account change permissions",
            Offences = bucket => from statement in bucket.PolicyAllows
                                 where statement.PrincipalsThat(principal => IsForeign(principal, bucket)).Any()
                                 from finding in statement.ActionsThatGrantAny(NotForOthers)
                                 select finding,
            Violated = [Allowing("s3:PutBucketPolicy", $"arn:aws:iam::{OtherAccount}:root"), Allowing("s3:Put*", OtherAccount)],
            Satisfied = [Allowing("s3:GetObject", OtherAccount), Allowing("s3:PutBucketPolicy", Reader)],
        },
    ];

    private static bool DeniesEveryone(Statement statement) =>
        !statement.Allows && statement.Conditions.Count == 0 && statement.Principals.Any(principal => principal.IsAnyone);

    private static bool DeniesPlainHttp(Statement statement, Resource bucket) =>
        statement.DeniesWithoutTls("s3:*")
        && statement.Resources.Contains(bucket.ReferenceTo("arn"))
        && statement.Resources.Contains($"{bucket.ReferenceTo("arn")}/*");

    private static bool IsForeign(Principal principal, Resource bucket) =>
        principal.Type is "AWS" or "*" && bucket.Stack.ReferredToBy(principal.Id) is null;

    private static string Allowing(string action, string principal, string type = "AWS", string condition = "[]") =>
        WithPolicy(Sample.StatementFor(type, principal, action, Everything, condition));

    private static string Denying(string action, string condition = "[]", string on = Everything, string of = "sample") =>
        WithPolicy(Sample.StatementFor("*", "*", action, on, condition, effect: "Deny"), of);

    private static string WithPolicy(string statement, string of = "sample") => Sample.Carried(statement, $$"""
        {
          "aws_iam_role": { "reader": {} },
          "aws_s3_bucket": { "sample": {} },
          "aws_s3_bucket_policy": { "sample": { "bucket": "${aws_s3_bucket.{{of}}.id}", "policy": {{Sample.Document}} } }
        }
        """);
}
