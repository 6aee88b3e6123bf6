namespace Nautilus.Review.Scanners;

internal static class Waivers
{
    public static IReadOnlyList<Waiver> All { get; } =
    [
        new("Kinesis.3", "aws_kinesis_stream", "The stack's document asks for 48 hours; 168 is no limit of AWS but a parameter of the control, to be set to 48.")
        {
            Stack = "NautilusStack",
        },
        new("Kinesis.3", "aws_kinesis_stream", "The stack's document asks for 24 hours; 168 is no limit of AWS but a parameter of the control.")
        {
            Stack = "NautilusMonitoredStack",
        },
        new("Kinesis.3", "aws_kinesis_stream", "The stack's document names no retention, so it is the service's own, 24 hours; longer costs by the hour.")
        {
            Stack = "DatacenterStack",
        },
        new("Kinesis.3", "aws_kinesis_stream", "The stack's document asks for 24 hours; 168 is no limit of AWS but a parameter of the control.")
        {
            Stack = "IotStack",
        },
        new("AwsSolutions-SQS3", "aws_sqs_queue", "The queue is where messages go that fail; behind it there is nobody but its owners, whom an alarm tells."),
        new("SQSRedrivePolicy", "aws_sqs_queue", "The same as AwsSolutions-SQS3."),
        new("AwsSolutions-KDS3", "aws_kinesis_stream", "It asks for the AWS key to save money; a customer key is a choice, and CKV_AWS_185 and AWS-0064 wish for it."),
        new("AwsSolutions-IAM5", "aws_iam_policy", "CloudWatch, X-Ray and the delivery of logs know no resource for what they are called for; PutMetricData is bound to a namespace.") { Value = "*" },
        new("SNSRedrivePolicy", "aws_sns_topic_subscription", "SNS tries again for hours by itself, and an alarm in a queue that nobody reads tells nobody; its state is in CloudWatch."),
        new("CKV_AWS_297", "aws_scheduler_schedule", "The schedule holds a stream's name and two numbers; a key of ours would only add a way for scaling to stop."),
        new("eventbridge_scheduler_schedule_encrypted_with_kms_cmk", "aws_scheduler_schedule", "The same as CKV_AWS_297."),
        new("AwsSolutions-IAM5", "aws_iam_policy", "KCL names the indexes of its lease table itself.")
        {
            Value = Arn("dynamodb", "table/clicks-counter/index/*"),
        },
        new("AwsSolutions-IAM5", "aws_iam_policy", "A consumer's ARN ends in the time of its registration, which KCL does itself.")
        {
            Value = "${aws_kinesis_stream.clicks.arn}/consumer/clicks-counter:*",
        },
        .. Buckets,
        .. Functions,
        .. Deliveries,
        .. SearchAndWarehouse,
    ];

    private static IEnumerable<Waiver> Buckets =>
    [
        .. Same(["CKV_AWS_144", "S3.7"], "aws_s3_bucket", "A copy in another region is a choice, by Replica: it doubles the bill of the lake. Failures and logs need none."),
        .. Same(["CKV2_AWS_62", "S3.11"], "aws_s3_bucket", "Nobody waits for objects: Athena finds them by itself, and failures are counted by CloudWatch."),
        new("S3.15", "aws_s3_bucket", "A lock that nobody can open, the owner included, is for those whom the law asks for it."),
        .. Same(["KICS c5b31ab9", "S3.20"], "aws_s3_bucket_versioning", "Only the account's root user could delete with MFA, and Terraform no longer at all."),
        .. Same(["CKV_AWS_18", "KICS f861041c", "AC_AWS_0497", "AwsSolutions-S1", "S3.9"], "aws_s3_bucket.access-logs", "It takes the logs: its own would grow with each log that is written."),
        .. Same(["CKV_AWS_145", "AC_AWS_0207", "S3DefaultEncryptionKMS", "S3.17"], "aws_s3_bucket.access-logs", "S3 delivers access logs to no bucket under a key of ours."),
        new("AwsSolutions-IAM5", "aws_iam_policy", "Copies have the names of their originals; the replica is named.") { Value = "arn:aws:s3:::lake-backup/*" },
        new("AwsSolutions-IAM5", "aws_iam_policy", "Objects have no names before they are put; the bucket, and where it can be the prefix, is named.") { Values = @"^\$\{aws_s3_bucket\.[\w-]+\.arn\}/.*\*$" },
    ];

    private static IEnumerable<Waiver> Functions =>
    [
        .. Same(["CKV_AWS_116", "LambdaDLQ"], "aws_lambda_function", "Nobody calls these functions asynchronously: what a stream's function fails on goes to a bucket, what Firehose's fails on is kept by Firehose."),
        .. Same(["CKV_AWS_115", "LambdaConcurrency"], "aws_lambda_function", "Reserved concurrency is a choice: a new account may run ten functions at once and lets none be reserved, and too little stops shards."),
        .. Same(["CKV_AWS_117", "AC_AWS_0486", "Lambda.3"], "aws_lambda_function", "They call AWS only, over TLS; in a VPC they would start later and pay for endpoints to do the same."),
        new("CKV_AWS_272", "aws_lambda_function", "The zip is what this repository builds, byte by byte; who may deploy it may also replace a signing configuration."),
        new("LambdaStarPermissions", "aws_lambda_function", "X-Ray knows no resource for what it is sent."),
        new("AwsSolutions-IAM5", "aws_iam_policy", "Lambda names the streams of its log itself, and a log group's ARN takes them as :*.") { Values = @"^\$\{aws_cloudwatch_log_group\.[\w-]+\.arn\}:\*$" },
    ];

    private static IEnumerable<Waiver> Deliveries =>
    [
        new("AwsSolutions-IAM5", "aws_iam_policy", "Managed Flink looks for its log among all, as its guide says.") { Values = @":log-group:\*$" },
        .. from stream in new[] { "to-lake", "to-warehouse" }
           from waiver in Same(["AwsSolutions-KDF1", "AC_AWS_0156"], $"aws_kinesis_firehose_delivery_stream.{stream}", "Where a stream is the source, its encryption counts: the provider refuses one of the delivery stream's own.")
           select waiver,
    ];

    private static IEnumerable<Waiver> SearchAndWarehouse =>
    [
        .. Same(["CKV_AWS_318", "CKV2_AWS_59", "AwsSolutions-OS4", "Opensearch.11", "AwsSolutions-OS7", "Opensearch.6"], "aws_opensearch_domain",
            "The small profile is one node, for 27 $ a month and not 600; SearchProfile.Production, one property, has three zones and three masters."),
        new("AwsSolutions-OS3", "aws_opensearch_domain", "A domain in a VPC takes no conditions on addresses; its security group lets clients of the network in."),
        new("AwsSolutions-IAM5", "aws_iam_policy", "OpenSearch's calls are paths below the domain, as the Firehose guide lists them.") { Values = ":domain/[\\w-]+/" },
        new("AwsSolutions-IAM5", "aws_iam_policy", "Network interfaces that Firehose and Flink make have no names before; subnets, security group and VPC are named.") { Values = ":network-interface/\\*$" },
        new("KICS 09c35abf", "aws_iam_role", "The administrators are roles of this account, which the statement asks for; the rule takes each ARN for another account's.") { Stack = "EverythingOfAPipeline" },
        new("RedshiftServerless.3", "aws_redshiftserverless_workgroup",
            "Firehose loads over the internet and has no other way: AWS documents a public address that only Firehose's own range may reach. ReachableByFirehose = false closes it."),
    ];

    private static IEnumerable<Waiver> Same(string[] rules, string on, string reason) => rules.Select(rule => new Waiver(rule, on, reason));

    private static string Arn(string service, string resource) =>
        $"arn:{Part(1)}:{service}:{Part(3)}:{Part(4)}:{resource}";

    private static string Part(int index) => $"${{element(split(\":\", aws_kinesis_stream.clicks.arn), {index})}}";
}
