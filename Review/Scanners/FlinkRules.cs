namespace Nautilus.Review.Scanners;

/// <summary>Applications of Managed Service for Apache Flink.</summary>
internal static class FlinkRules
{
    private const string Checkpoints = "application_configuration.flink_application_configuration.checkpoint_configuration";

    private static readonly string[] Applications = ["aws_kinesisanalyticsv2_application"];

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["AwsSolutions-KDA3"], Applications)
        {
            Condition = "checkpoints must be DEFAULT, or CUSTOM and enabled",
            Offences = application => application[$"{Checkpoints}.configuration_type"] == "DEFAULT"
                ? []
                : application.UnlessTrue($"{Checkpoints}.checkpointing_enabled"),
            Violated =
            [
                "{}",
                Configured(""" "configuration_type": "CUSTOM" """),
                Configured(""" "configuration_type": "CUSTOM", "checkpointing_enabled": false """),
            ],
            Satisfied =
            [
                Configured(""" "configuration_type": "DEFAULT" """),
                Configured(""" "configuration_type": "CUSTOM", "checkpointing_enabled": true """),
            ],
        },
        new(["nautilus-flink-runtime"], ["aws_kinesisanalyticsv2_application", "aws_kinesis_analytics_application"])
        {
            Condition = "runtime_environment must be FLINK-1_20: AWS deletes SQL applications, and ends older versions of Flink sooner",
            Offences = application => application.Unless("runtime_environment", runtime => runtime == "FLINK-1_20"),
            Violated =
            [
                """{ "runtime_environment": "SQL-1_0" }""",
                """{ "runtime_environment": "FLINK-1_18" }""",
                Sample.Resource("aws_kinesis_analytics_application", "{}"),
            ],
            Satisfied = ["""{ "runtime_environment": "FLINK-1_20" }"""],
        },
    ];

    private static string Configured(string checkpoints) =>
        $$"""{ "application_configuration": { "flink_application_configuration": { "checkpoint_configuration": { {{checkpoints}} } } } }""";
}
