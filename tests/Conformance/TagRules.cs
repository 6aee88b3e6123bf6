namespace Nautilus.Tests.Conformance;

internal static class TagRules
{
    // Neither schedules nor dashboards have tags in the provider.
    private static readonly string[] Taggable =
    [
        "aws_kinesis_stream",
        "aws_kms_key",
        "aws_iam_policy",
        "aws_iam_role",
        "aws_cloudwatch_log_group",
        "aws_cloudwatch_metric_alarm",
        "aws_iot_policy",
        "aws_iot_topic_rule",
        "aws_sfn_state_machine",
        "aws_sns_topic",
        "aws_sqs_queue",
    ];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new(["KICS e38a8e0a"], Taggable)
        {
            Condition = "a resource must have a tag other than Name, its own or the provider's",
            Offences = resource => resource.Tags.Any(key => key != "Name") ? [] : [new(null, "tags")],
            Violated = ["{}", """{ "tags": { "Name": "clicks" } }"""],
            Satisfied =
            [
                """{ "tags": { "Owner": "web" } }""",
                """{ "provider": { "aws": [{ "default_tags": [{ "tags": { "Owner": "web" } }] }] }, "resource": { "aws_iam_role": { "reader": {} } } }""",
            ],
        },
    ];
}
