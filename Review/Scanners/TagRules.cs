namespace Nautilus.Review.Scanners;

/// <summary>Tags.</summary>
internal static class TagRules
{
    // In the provider, schedules and dashboards have no tags.
    private static readonly string[] Taggable =
    [
        "aws_cloudwatch_log_group",
        "aws_cloudwatch_metric_alarm",
        "aws_dynamodb_table",
        "aws_glue_catalog_database",
        "aws_iam_policy",
        "aws_iam_role",
        "aws_iot_policy",
        "aws_iot_topic_rule",
        "aws_kinesis_firehose_delivery_stream",
        "aws_kinesis_stream",
        "aws_kinesisanalyticsv2_application",
        "aws_kms_key",
        "aws_lambda_event_source_mapping",
        "aws_lambda_function",
        "aws_opensearch_domain",
        "aws_redshiftserverless_namespace",
        "aws_redshiftserverless_workgroup",
        "aws_s3_bucket",
        "aws_s3_object",
        "aws_secretsmanager_secret",
        "aws_security_group",
        "aws_sfn_state_machine",
        "aws_sns_topic",
        "aws_sqs_queue",
        "aws_vpc_endpoint",
        "aws_vpc_security_group_egress_rule",
        "aws_vpc_security_group_ingress_rule",
    ];

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["KICS e38a8e0a"], Taggable)
        {
            Condition = "a resource must have a tag other than Name, of its own or of the provider",
            Offences = resource => resource.Tags.Any(key => key != "Name") ? [] : [new(null, "tags")],
            Violated = ["{}", """{ "tags": { "Name": "clicks" } }"""],
            Satisfied =
            [
                """{ "tags": { "Owner": "web" } }""",
                """
                {
                  "provider": { "aws": [{ "default_tags": [{ "tags": { "Owner": "web" } }] }] },
                  "resource": { "aws_iam_role": { "reader": {} } }
                }
                """,
            ],
        },
    ];
}
