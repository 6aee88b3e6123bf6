namespace Nautilus.Tests.Conformance;

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
        new("AwsSolutions-KDS3", "aws_kinesis_stream", "It asks for the AWS key to save money; a customer key is a choice, and CKV_AWS_185 and AWS-0064 wish for it.")
        {
            Stack = "EverythingOfAStream",
        },
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
    ];

    private static string Arn(string service, string resource) =>
        $"arn:{Part(1)}:{service}:{Part(3)}:{Part(4)}:{resource}";

    private static string Part(int index) => $"${{element(split(\":\", aws_kinesis_stream.clicks.arn), {index})}}";
}
