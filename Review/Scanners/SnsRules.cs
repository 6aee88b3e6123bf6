using System.Text.RegularExpressions;
using Nautilus.Review.Policies;

namespace Nautilus.Review.Scanners;

/// <summary>SNS topics and their subscriptions.</summary>
internal static partial class SnsRules
{
    private const string AwsKey = "alias/aws/sns";
    private const string Encrypted = """{ "kms_master_key_id": "${aws_kms_key.key.arn}" }""";
    private const string FromAlarms = """[{ "test": "StringEquals", "variable": "aws:SourceAccount", "values": ["111122223333"] }]""";

    private static readonly string[] Topics = ["aws_sns_topic"];

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["CKV_AWS_26", "AWS-0095", "KICS 28545147", "AC_AWS_0502", "SNSEncryptedKMS", "SNS.1"], Topics)
        {
            Condition = "kms_master_key_id must name a key",
            Offences = topic => topic.UnlessSet("kms_master_key_id"),
            Violated = ["{}", """{ "kms_master_key_id": "" }"""],
            Satisfied = [Encrypted, $$"""{ "kms_master_key_id": "{{AwsKey}}" }"""],
        },
        new(["AWS-0136", "KICS b1a72f66"], Topics)
        {
            Condition = "kms_master_key_id must not name the AWS managed key, which alarms can't use",
            Offences = topic => topic.Unless("kms_master_key_id", key => key?.EndsWith(AwsKey, StringComparison.Ordinal) != true),
            Violated =
            [
                $$"""{ "kms_master_key_id": "{{AwsKey}}" }""",
                $$"""{ "kms_master_key_id": "arn:aws:kms:us-east-1:111122223333:{{AwsKey}}" }""",
            ],
            Satisfied = [Encrypted],
        },
        new(["SNS.3"], Topics)
        {
            Condition = "a topic must have a tag, of its own or of the provider",
            Offences = topic => topic.UnlessTagged(),
            Violated = ["{}", """{ "tags": {} }"""],
            Satisfied = ["""{ "tags": { "Owner": "web" } }"""],
        },
        new(["CKV_AWS_169", "KICS b26d2b7e", "AC_AWS_0385", "SNS.4"], PolicyCarriers.Topics)
        {
            Condition = "no statement may allow everyone without a condition",
            Offences = topic => topic.PublicPrincipals,
            Violated = [TopicPolicy("AWS", "*"), TopicPolicy("*", "*", carrier: "aws_sns_topic")],
            Satisfied = [TopicPolicy("Service", "cloudwatch.amazonaws.com"), TopicPolicy("AWS", "*", FromAlarms)],
        },
        new(["CKV_AWS_385"], PolicyCarriers.Topics)
        {
            Condition = "no statement may allow accounts, users or roles by their ARN without a condition",
            Offences = topic => from statement in topic.PolicyAllows
                                where statement.Conditions.Count == 0
                                from finding in statement.PrincipalsThat(IsOfIam)
                                select finding,
            Violated =
            [
                TopicPolicy("AWS", "arn:aws:iam::111122223333:root"),
                TopicPolicy("AWS", "111122223333"),
                TopicPolicy("AWS", "arn:${data.aws_partition.current.partition}:iam::111122223333:role/writer"),
            ],
            Satisfied =
            [
                TopicPolicy("AWS", "arn:aws:iam::111122223333:root", FromAlarms),
                TopicPolicy("Service", "cloudwatch.amazonaws.com"),
            ],
        },
        new(["KICS 5ea624e4"], PolicyCarriers.Topics)
        {
            Condition = "no statement may allow all actions except some",
            Offences = topic => from statement in topic.PolicyAllows
                                from action in statement.NotActions
                                select new Finding(action, $"not_actions of statement '{statement.Sid}'"),
            Violated =
            [
                Sample.Policy(
                    """{ "not_actions": ["sns:DeleteTopic"], "resources": ["${aws_sns_topic.alarms.arn}"] }""", "aws_sns_topic_policy"),
            ],
            Satisfied = [TopicPolicy("Service", "cloudwatch.amazonaws.com")],
        },
        new(["AwsSolutions-SNS3"], Topics)
        {
            Condition = "kms_master_key_id must name a key, or a policy must deny publishing without TLS",
            Offences = topic => topic.AllStatements.Any(statement => statement.DeniesWithoutTls("sns:Publish"))
                ? []
                : topic.UnlessSet("kms_master_key_id"),
            Violated = ["{}", Protected("sns:Publish", "[]"), Protected("sns:Subscribe", Sample.WithoutTls)],
            Satisfied = [Encrypted, Protected("sns:Publish", Sample.WithoutTls), Protected("sns:*", Sample.WithoutTls)],
        },
        new(["SNSRedrivePolicy"], ["aws_sns_topic_subscription"])
        {
            Condition = "redrive_policy must name a queue for undelivered messages",
            Offences = subscription => subscription.UnlessSet("redrive_policy"),
            Violated = ["""{ "protocol": "https" }"""],
            Satisfied = ["""{ "redrive_policy": "{\"deadLetterTargetArn\":\"${aws_sqs_queue.undelivered.arn}\"}" }"""],
        },
    ];

    private static bool IsOfIam(Principal principal) => principal.Type == "AWS" && OfIam().IsMatch(principal.Id);

    private static string TopicPolicy(string type, string principal, string condition = "[]", string carrier = "aws_sns_topic_policy") =>
        Sample.For(type, principal, "sns:Publish", "${aws_sns_topic.alarms.arn}", condition, carrier);

    private static string Protected(string action, string condition) => Sample.Carried(
        Sample.StatementFor("*", "*", action, "\"${aws_sns_topic.sample.arn}\"", condition, effect: "Deny"),
        $$"""
        {
          "aws_sns_topic": { "sample": {} },
          "aws_sns_topic_policy": { "sample": { "arn": "${aws_sns_topic.sample.arn}", "policy": {{Sample.Document}} } }
        }
        """);

    [GeneratedRegex(@"^arn:.+:iam::|^\d{12}\z")]
    private static partial Regex OfIam();
}
