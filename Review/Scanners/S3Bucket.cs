using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>A bucket, and what belongs to it: in the provider, nearly all settings of a bucket are separate resources.</summary>
internal static class S3Bucket
{
    public const string Logging = "aws_s3_bucket_logging";

    /// <summary>A sample: a bucket that receives access logs.</summary>
    public const string OfLogs = """
        { "resource": {
          "aws_s3_bucket": { "logs": {} },
          "aws_s3_bucket_logging": { "lake": { "target_bucket": "${aws_s3_bucket.logs.id}" } }
        } }
        """;

    public static readonly string[] Types = ["aws_s3_bucket"];

    extension(Resource bucket)
    {
        public bool ReceivesLogs => bucket.Beside(Logging, "target_bucket").Any();

        public IEnumerable<Finding> UnlessBeside(string type, Func<Resource, bool> holds) =>
            bucket.Beside(type, "bucket").Any(holds) ? [] : [new(null, type)];
    }

    /// <summary>A sample: a bucket, and a resource of a type that belongs to it, or to another one.</summary>
    public static string With(string type, string attributes, string of = "sample") => $$"""
        {
          "resource": {
            "aws_s3_bucket": { "sample": {} },
            "{{type}}": { "sample": { "bucket": "${aws_s3_bucket.{{of}}.id}", {{attributes}} } }
          }
        }
        """;
}
