using Nautilus.Review.Policies;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>SQS queues.</summary>
internal static class SqsRules
{
    private const string AwsKey = "alias/aws/sqs";
    private const string Encrypted = """{ "kms_master_key_id": "${aws_kms_key.key.arn}" }""";
    private const string Redriven =
        """{ "redrive_policy": "{\"deadLetterTargetArn\":\"${aws_sqs_queue.dead.arn}\",\"maxReceiveCount\":5}" }""";

    private const string FromAccount = """[{ "test": "StringEquals", "variable": "aws:SourceAccount", "values": ["111122223333"] }]""";

    private static readonly string[] Queues = ["aws_sqs_queue"];

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["CKV_AWS_27", "AWS-0096", "KICS 6e8849c1", "AC_AWS_0366", "AwsSolutions-SQS2", "SQS.1"], Queues)
        {
            Condition = "sqs_managed_sse_enabled must be true, or kms_master_key_id must name a key",
            Offences = queue => queue["sqs_managed_sse_enabled"] == "true" ? [] : queue.UnlessSet("kms_master_key_id"),
            Violated = ["{}", """{ "kms_master_key_id": "" }""", """{ "sqs_managed_sse_enabled": false }"""],
            Satisfied = [Encrypted, """{ "sqs_managed_sse_enabled": true }"""],
        },
        new(["CKV2_AWS_73", "AWS-0135"], Queues)
        {
            Condition = "kms_master_key_id must not name the AWS managed key, which other services can't use",
            Offences = queue => queue.Unless("kms_master_key_id", key => key?.EndsWith(AwsKey, StringComparison.Ordinal) != true),
            Violated =
            [
                $$"""{ "kms_master_key_id": "{{AwsKey}}" }""",
                $$"""{ "kms_master_key_id": "arn:aws:kms:us-east-1:111122223333:{{AwsKey}}" }""",
            ],
            Satisfied = [Encrypted, """{ "sqs_managed_sse_enabled": true }"""],
        },
        new(["SQS.2"], Queues)
        {
            Condition = "a queue must have a tag, of its own or of the provider",
            Offences = queue => queue.UnlessTagged(),
            Violated = ["{}", """{ "tags": {} }"""],
            Satisfied = ["""{ "tags": { "Owner": "iot" } }"""],
        },
        new(["CKV_AWS_72", "AWS-0097", "KICS 816ea8cf"], PolicyCarriers.Queues)
        {
            Condition = "no statement may allow all actions",
            Offences = queue => queue.ActionsThat(action => action is "*" or "*:*" or "sqs:*"),
            Violated = [QueuePolicy("iot.amazonaws.com", action: "*"), QueuePolicy("iot.amazonaws.com", action: "sqs:*")],
            Satisfied = [QueuePolicy("iot.amazonaws.com"), Protected("sqs:*", Sample.WithoutTls)],
        },
        new(["CKV_AWS_168", "CKV_AWS_387", "KICS 730675f9", "KICS abb06e5f", "AC_AWS_0365", "SQS.3"], PolicyCarriers.Queues)
        {
            Condition = "no statement may allow everyone without a condition",
            Offences = queue => queue.PublicPrincipals,
            Violated = [QueuePolicy("*", "AWS"), QueuePolicy("*", "*", carrier: "aws_sqs_queue")],
            Satisfied = [QueuePolicy("iot.amazonaws.com"), QueuePolicy("*", "AWS", FromAccount)],
        },
        new(["AwsSolutions-SQS3"], Queues)
        {
            Condition = "redrive_policy must name a dead-letter queue, unless the queue is one",
            Offences = queue => IsDeadLetterQueue(queue) ? [] : queue.UnlessSet("redrive_policy"),
            Violated =
            [
                "{}",
                """
                { "resource": { "aws_sqs_queue": {
                  "dead": {},
                  "alone": { "redrive_policy": "{\"deadLetterTargetArn\":\"${aws_sqs_queue.other.arn}\"}" }
                } } }
                """,
            ],
            Satisfied =
            [
                $$"""{ "resource": { "aws_sqs_queue": { "dead": {}, "live": {{Redriven}} } } }""",
                """
                { "resource": {
                  "aws_sqs_queue": { "dead": {} },
                  "aws_lambda_function": { "f": { "dead_letter_config": { "target_arn": "${aws_sqs_queue.dead.arn}" } } }
                } }
                """,
            ],
        },
        new(["SQSRedrivePolicy"], Queues)
        {
            Condition = "redrive_policy must name a dead-letter queue",
            Offences = queue => queue.UnlessSet("redrive_policy"),
            Violated = ["{}"],
            Satisfied = [Redriven],
        },
        new(["AwsSolutions-SQS4"], Queues)
        {
            Condition = "a policy must deny all actions without TLS",
            Offences = queue => queue.AllStatements.Any(statement => statement.DeniesWithoutTls("sqs:*"))
                ? []
                : [new(queue["policy"], "policy")],
            Violated =
            [
                "{}",
                Protected("sqs:*", "[]"),
                Protected("sqs:SendMessage", Sample.WithoutTls),
                Protected("sqs:*", Sample.WithoutTls, of: "other"),
            ],
            Satisfied = [Protected("sqs:*", Sample.WithoutTls), Protected("*", Sample.WithoutTls)],
        },
    ];

    private static bool IsDeadLetterQueue(Resource queue) =>
        queue.Stack.Resources.Any(resource => new[] { resource["redrive_policy"], resource["dead_letter_config.target_arn"] }
            .Any(target => target?.Contains($"{queue.Address}.arn", StringComparison.Ordinal) == true));

    private static string QueuePolicy(
        string principal,
        string type = "Service",
        string condition = "[]",
        string action = "sqs:SendMessage",
        string carrier = "aws_sqs_queue_policy") =>
        Sample.For(type, principal, action, "${aws_sqs_queue.failed.arn}", condition, carrier);

    private static string Protected(string action, string condition, string of = "sample") => Sample.Carried(
        Sample.StatementFor("*", "*", action, $$"""
            "${aws_sqs_queue.{{of}}.arn}"
            """, condition, effect: "Deny"),
        $$"""
        {
          "aws_sqs_queue": { "sample": {} },
          "aws_sqs_queue_policy": { "sample": { "queue_url": "${aws_sqs_queue.{{of}}.url}", "policy": {{Sample.Document}} } }
        }
        """);
}
