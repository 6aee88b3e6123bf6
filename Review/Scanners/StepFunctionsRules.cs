namespace Nautilus.Review.Scanners;

/// <summary>State machines.</summary>
internal static class StepFunctionsRules
{
    private static readonly string[] StateMachines = ["aws_sfn_state_machine"];

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["CKV_AWS_284", "AwsSolutions-SF2"], StateMachines)
        {
            Condition = "tracing_configuration must be enabled",
            Offences = machine => machine.UnlessTrue("tracing_configuration.enabled"),
            Violated = ["{}", """{ "tracing_configuration": { "enabled": false } }"""],
            Satisfied = ["""{ "tracing_configuration": { "enabled": true } }""", """{ "tracing_configuration": [{ "enabled": true }] }"""],
        },
        new(["CKV_AWS_285"], StateMachines)
        {
            Condition = "logging_configuration must include_execution_data",
            Offences = machine => machine.UnlessTrue("logging_configuration.include_execution_data"),
            Violated = ["{}", """{ "logging_configuration": { "level": "ALL" } }"""],
            Satisfied = [Logging("ALL")],
        },
        new(["AwsSolutions-SF1"], StateMachines)
        {
            Condition = "logging_configuration must have level ALL",
            Offences = machine => machine.Unless("logging_configuration.level", level => level == "ALL"),
            Violated = ["{}", Logging("ERROR")],
            Satisfied = [Logging("ALL")],
        },
        new(["StepFunctions.1"], StateMachines)
        {
            Condition = "logging_configuration must have a level other than OFF, and a log_destination",
            Offences = machine =>
            [
                .. machine.Unless("logging_configuration.level", level => level is not (null or "OFF")),
                .. machine.UnlessSet("logging_configuration.log_destination"),
            ],
            Violated = ["{}", Logging("OFF"), """{ "logging_configuration": { "level": "ALL" } }"""],
            Satisfied = [Logging("ERROR")],
        },
    ];

    private static string Logging(string level) => $$"""
        {
          "logging_configuration": {
            "level": "{{level}}",
            "include_execution_data": true,
            "log_destination": "${aws_cloudwatch_log_group.scaling.arn}:*"
          }
        }
        """;
}
