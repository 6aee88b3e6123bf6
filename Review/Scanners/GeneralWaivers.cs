namespace Nautilus.Review.Scanners;

/// <summary>
/// Waivers whose reasons hold for any stack: AWS or Terraform can't do what the rule requires, or another rule requires the opposite.
/// </summary>
public static class GeneralWaivers
{
    private const string Wildcards = "AwsSolutions-IAM5";

    /// <summary>All of these waivers.</summary>
    public static IReadOnlyList<Waiver> All { get; } =
    [
        new("AwsSolutions-KDS3", "aws_kinesis_stream",
            "The rule requires the AWS managed key, because it is cheaper. CKV_AWS_185 and AWS-0064 accept a customer managed key."),
        .. Waiver.OfAll(["KICS c5b31ab9", "S3.20"], "aws_s3_bucket_versioning",
            "Only the root user of the account can turn on MFA delete, and Terraform can then no longer change the versioning."),
        new("S3.15", "aws_s3_bucket",
            "Object lock is for data that law or contract protects from everybody, the owner included."),
        .. Waiver.OfAll(["CKV_AWS_115", "LambdaConcurrency"], "aws_lambda_function",
            "A new account may run ten functions at once and can reserve none. Too little reserved concurrency stops shards."),
        new("LambdaStarPermissions", "aws_lambda_function",
            "X-Ray has no resources. CKV_AWS_355 reports * where AWS can limit an action to resources."),
        .. WildcardsOfAws,
        new("AwsSolutions-OS3", "aws_opensearch_domain",
            "A domain in a VPC accepts no conditions on addresses. Its security group controls which clients reach it."),
    ];

    // Names that AWS or a client gives later, and paths that a guide of AWS lists with a wildcard.
    private static IEnumerable<Waiver> WildcardsOfAws =>
    [
        new(Wildcards, "aws_iam_policy",
            "CloudWatch, X-Ray and the delivery of logs have no resources. CKV_AWS_355 reports * where AWS can limit an action.")
        {
            Value = "*",
        },
        new(Wildcards, "aws_iam_policy", "Objects have no names before they are written. The bucket is named, and the prefix if possible.")
        {
            Values = @"^\$\{aws_s3_bucket\.[\w-]+\.arn\}/.*\*$",
        },
        new(Wildcards, "aws_iam_policy", "Lambda names its log streams itself, and the ARN of a log group's streams ends in :*.")
        {
            Values = @"^\$\{aws_cloudwatch_log_group\.[\w-]+\.arn\}:\*$",
        },
        new(Wildcards, "aws_iam_policy", "Managed Flink describes all log groups to find its own, as its guide says.")
        {
            Values = @":logs:[^*]*:\*$",
        },
        new(Wildcards, "aws_iam_policy", "Calls of OpenSearch are paths below the domain, as the Firehose guide lists them.")
        {
            Values = @":domain/[\w-]+/",
        },
        new(Wildcards, "aws_iam_policy",
            "Network interfaces of Firehose and Flink have no ids before they exist. Subnets, security groups and VPC are named.")
        {
            Values = @":network-interface/\*$",
        },
    ];
}
