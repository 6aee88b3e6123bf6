using Nautilus.Review.Scanners;

namespace Tests.Review.Scanners;

/// <summary>The waivers of Nautilus's own stacks, beside those that hold for any stack.</summary>
internal static class StackWaivers
{
    private const string Wildcards = "AwsSolutions-IAM5";

    public static IReadOnlyList<Waiver> All { get; } =
    [
        .. GeneralWaivers.All,
        .. Retention,
        .. Queues,
        .. Consumers,
        .. Buckets,
        .. Functions,
        .. Deliveries,
    ];

    private static IEnumerable<Waiver> Retention =>
    [
        Kept("NautilusStack", "The stack's document requires 48 hours. 168 is no limit of AWS, but a parameter of the control: 48 here."),
        Kept("NautilusMonitoredStack", "The stack's document requires 24 hours. 168 is no limit of AWS, but a parameter of the control."),
        Kept("DatacenterStack", "The stack's document names no retention, so it is AWS's default, 24 hours. More costs by the hour."),
        Kept("IotStack", "The stack's document requires 24 hours. 168 is no limit of AWS, but a parameter of the control."),
    ];

    private static IEnumerable<Waiver> Queues =>
    [
        .. Waiver.OfAll(["AwsSolutions-SQS3", "SQSRedrivePolicy"], "aws_sqs_queue",
            "The queue is the destination of messages that fail. An alarm reports them to its owners, who replay them."),
        new("SNSRedrivePolicy", "aws_sns_topic_subscription",
            "SNS retries for hours, and nobody would read alarms from a queue. CloudWatch has their state."),
        .. Waiver.OfAll(["CKV_AWS_297", "eventbridge_scheduler_schedule_encrypted_with_kms_cmk"], "aws_scheduler_schedule",
            "The schedule has the name of a stream and two numbers. A customer managed key would only add a way for scaling to stop."),
    ];

    private static IEnumerable<Waiver> Consumers =>
    [
        new(Wildcards, "aws_iam_policy", "KCL names the indexes of its lease table itself.")
        {
            Value = Arn("dynamodb", "table/clicks-counter/index/*"),
        },
        new(Wildcards, "aws_iam_policy", "The ARN of a consumer ends in the time of its registration. Databricks names its queries.")
        {
            Values = @"\.arn\}/consumer/.+\*\z",
        },
        new("CKV_AWS_61", "aws_iam_role.fan-out-databricks",
            "The statement is for the role itself, by aws:PrincipalArn. IAM accepts no principal that does not exist yet."),
    ];

    private static IEnumerable<Waiver> Buckets =>
    [
        .. Waiver.OfAll(["CKV_AWS_144", "S3.7"], "aws_s3_bucket",
            "A copy in another region doubles the bill of the lake, so it is a choice: Replica. Buckets of failures and logs need none."),
        .. Waiver.OfAll(["CKV2_AWS_62", "S3.11"], "aws_s3_bucket",
            "No program waits for new objects: Athena finds them at query time, and CloudWatch counts the failures."),
        .. Waiver.OfAll(["CKV_AWS_18", "KICS f861041c", "AC_AWS_0497", "AwsSolutions-S1", "S3.9"], "aws_s3_bucket.access-logs",
            "The bucket receives the access logs. Logs of its own would grow with each log that is written."),
        .. Waiver.OfAll(["CKV_AWS_145", "AC_AWS_0207", "S3DefaultEncryptionKMS", "S3.17"], "aws_s3_bucket.access-logs",
            "S3 does not deliver access logs to a bucket under a customer managed key."),
        new(Wildcards, "aws_iam_policy", "Copies have the names of their originals. The bucket of the replica is named.")
        {
            Value = "arn:aws:s3:::lake-backup/*",
        },
    ];

    private static IEnumerable<Waiver> Functions =>
    [
        .. Waiver.OfAll(["CKV_AWS_116", "LambdaDLQ"], "aws_lambda_function",
            "No function is called asynchronously: records that fail go to a bucket, or stay with Firehose."),
        .. Waiver.OfAll(["CKV_AWS_117", "AC_AWS_0486", "Lambda.3"], "aws_lambda_function",
            "The functions call AWS only, over TLS. In a VPC they would start later and need endpoints for the same calls."),
        new("CKV_AWS_272", "aws_lambda_function",
            "This repository builds the zip, the same bytes each time. Whoever may deploy it may also replace a signing configuration."),
    ];

    private static IEnumerable<Waiver> Deliveries =>
    [
        .. from stream in new[] { "to-lake", "to-warehouse" }
           from waiver in Waiver.OfAll(["AwsSolutions-KDF1", "AC_AWS_0156"], $"aws_kinesis_firehose_delivery_stream.{stream}",
               "With a stream as the source, the encryption of the stream counts: the provider accepts none on the delivery stream.")
           select waiver,
        .. Waiver.OfAll(
            ["CKV_AWS_318", "CKV2_AWS_59", "AwsSolutions-OS4", "Opensearch.11", "AwsSolutions-OS7", "Opensearch.6"],
            "aws_opensearch_domain",
            "The small profile is one node, for 27 $ a month instead of 600. SearchProfile.Production has three zones and three masters."),
        new("KICS 09c35abf", "aws_iam_role",
            "The administrators are roles of the stack's account, as the statement requires. The rule takes any ARN for a foreign one.")
        {
            Stack = "EverythingOfAPipeline",
        },
        new("RedshiftServerless.3", "aws_redshiftserverless_workgroup",
            "Firehose loads over the internet only: AWS documents a public address that only Firehose's addresses reach. " +
            "ReachableByFirehose = false closes it."),
    ];

    private static Waiver Kept(string stack, string reason) => new("Kinesis.3", "aws_kinesis_stream", reason) { Stack = stack };

    private static string Arn(string service, string resource) =>
        $"arn:{Part(1)}:{service}:{Part(3)}:{Part(4)}:{resource}";

    private static string Part(int index) => $"${{element(split(\":\", aws_kinesis_stream.clicks.arn), {index})}}";
}
