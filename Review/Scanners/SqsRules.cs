using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

internal static class SqsRules
{
    private const string AwsKey = "alias/aws/sqs";
    private const string Encrypted = """{ "kms_master_key_id": "${aws_kms_key.key.arn}" }""";
    private const string Redriven = """{ "redrive_policy": "{\"deadLetterTargetArn\":\"${aws_sqs_queue.dead.arn}\",\"maxReceiveCount\":5}" }""";
    private const string FromAccount = """[{ "test": "StringEquals", "variable": "aws:SourceAccount", "values": ["111122223333"] }]""";

    private static readonly string[] Queues = ["aws_sqs_queue"];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new(["CKV_AWS_27", "AWS-0096", "KICS 6e8849c1", "AC_AWS_0366", "AwsSolutions-SQS2", "SQS.1"], Queues)
        {
            Condition = "sqs_managed_sse_enabled must be true, or kms_master_key_id name a key",
            Offences = queue => queue["sqs_managed_sse_enabled"] == "true" ? [] : queue.Unless("kms_master_key_id", key => key?.Length > 0),
            Violated = ["{}", """{ "kms_master_key_id": "" }""", """{ "sqs_managed_sse_enabled": false }"""],
            Satisfied = [Encrypted, """{ "sqs_managed_sse_enabled": true }"""],
        },
        new(["CKV2_AWS_73", "AWS-0135"], Queues)
        {
            Condition = "kms_master_key_id must not name the AWS key, which other services can't use",
            Offences = queue => queue.Unless("kms_master_key_id", key => key is null || !key.EndsWith(AwsKey, StringComparison.Ordinal)),
            Violated = [$$"""{ "kms_master_key_id": "{{AwsKey}}" }""", $$"""{ "kms_master_key_id": "arn:aws:kms:us-east-1:111122223333:{{AwsKey}}" }"""],
            Satisfied = [Encrypted, """{ "sqs_managed_sse_enabled": true }"""],
        },
        new(["SQS.2"], Queues)
        {
            Condition = "a queue must have a tag, its own or the provider's",
            Offences = queue => queue.Tags.Any() ? [] : [new(null, "tags")],
            Violated = ["{}", """{ "tags": {} }"""],
            Satisfied = ["""{ "tags": { "Owner": "iot" } }"""],
        },
        new(["CKV_AWS_72", "AWS-0097", "KICS 816ea8cf"], PolicyCarriers.Queues)
        {
            Condition = "no statement may allow all actions",
            Offences = queue => queue.PolicyAllows().SelectMany(statement => statement.ActionsThat(action => action is "*" or "*:*" or "sqs:*")),
            Violated = [QueuePolicy("iot.amazonaws.com", action: "*"), QueuePolicy("iot.amazonaws.com", action: "sqs:*")],
            Satisfied = [QueuePolicy("iot.amazonaws.com"), Protected("sqs:*", Sample.WithoutTls)],
        },
        new(["CKV_AWS_168", "CKV_AWS_387", "KICS 730675f9", "KICS abb06e5f", "AC_AWS_0365", "SQS.3"], PolicyCarriers.Queues)
        {
            Condition = "no statement may allow everyone without a condition",
            Offences = queue => queue.PolicyAllows().SelectMany(ResourcePolicyRules.Public),
            Violated = [QueuePolicy("*", "AWS"), QueuePolicy("*", "*", type: "aws_sqs_queue")],
            Satisfied = [QueuePolicy("iot.amazonaws.com"), QueuePolicy("*", "AWS", FromAccount)],
        },
        new(["AwsSolutions-SQS3"], Queues)
        {
            Condition = "redrive_policy must say where messages go that fail, unless the queue is such a place",
            Offences = queue => TakesWhatFails(queue) ? [] : queue.Unless("redrive_policy", policy => policy?.Length > 0),
            Violated =
            [
                "{}",
                """{ "resource": { "aws_sqs_queue": { "dead": {}, "alone": { "redrive_policy": "{\"deadLetterTargetArn\":\"${aws_sqs_queue.other.arn}\"}" } } } }""",
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
            Condition = "redrive_policy must say where messages go that fail",
            Offences = queue => queue.Unless("redrive_policy", policy => policy?.Length > 0),
            Violated = ["{}"],
            Satisfied = [Redriven],
        },
        new(["AwsSolutions-SQS4"], Queues)
        {
            Condition = "a policy must deny all actions without TLS",
            Offences = queue => PoliciesOf(queue).Any(policy => policy.DeniesWithoutTls("sqs:*")) ? [] : [new(queue["policy"], "policy")],
            Violated = ["{}", Protected("sqs:*", "[]"), Protected("sqs:SendMessage", Sample.WithoutTls), Protected("sqs:*", Sample.WithoutTls, of: "other")],
            Satisfied = [Protected("sqs:*", Sample.WithoutTls), Protected("*", Sample.WithoutTls)],
        },
    ];

    private static bool TakesWhatFails(Resource queue) => queue.Stack.Resources.Any(resource =>
        (resource["redrive_policy"] + resource["dead_letter_config.target_arn"]).Contains($"{queue.Address}.arn", StringComparison.Ordinal));

    private static IEnumerable<Resource> PoliciesOf(Resource queue) =>
        queue.Stack.Resources.Where(policy => policy == queue
            || (policy.Type == "aws_sqs_queue_policy" && queue.Stack.ReferredToBy(policy["queue_url"]) == queue));

    private static string QueuePolicy(
        string identifier, string principals = "Service", string condition = "[]", string action = "sqs:SendMessage", string type = "aws_sqs_queue_policy") =>
        Sample.Policy($$"""
            {
              "actions": ["{{action}}"],
              "resources": ["${aws_sqs_queue.failed.arn}"],
              "principals": [{ "type": "{{principals}}", "identifiers": ["{{identifier}}"] }],
              "condition": {{condition}}
            }
            """, type);

    private static string Protected(string action, string condition, string of = "sample") => $$"""
        {
          "data": { "aws_iam_policy_document": { "sample": { "statement": [{
            "effect": "Deny",
            "actions": ["{{action}}"],
            "resources": ["${aws_sqs_queue.{{of}}.arn}"],
            "principals": [{ "type": "*", "identifiers": ["*"] }],
            "condition": {{condition}}
          }] } } },
          "resource": {
            "aws_sqs_queue": { "sample": {} },
            "aws_sqs_queue_policy": { "sample": { "queue_url": "${aws_sqs_queue.{{of}}.url}", "policy": "${data.aws_iam_policy_document.sample.json}" } }
          }
        }
        """;
}
