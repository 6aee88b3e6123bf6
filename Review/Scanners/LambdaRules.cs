using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>The settings of Lambda functions and of event source mappings.</summary>
internal static class LambdaRules
{
    public static readonly string[] Functions = ["aws_lambda_function"];

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["CKV_AWS_50", "AWS-0066", "KICS 8152e0cf", "AC_AWS_0163", "AC_AWS_0485", "LambdaTracing", "Lambda.7"], Functions)
        {
            Condition = "tracing_config must have mode Active",
            Offences = function => function.Unless("tracing_config.mode", mode => mode == "Active"),
            Violated = ["{}", """{ "tracing_config": { "mode": "PassThrough" } }"""],
            Satisfied = ["""{ "tracing_config": { "mode": "Active" } }"""],
        },
        new(["CKV_AWS_115", "LambdaConcurrency"], Functions)
        {
            Condition = "reserved_concurrent_executions must be set",
            Offences = function => function.Unless("reserved_concurrent_executions", reserved => reserved is not (null or "-1")),
            Violated = ["{}", """{ "reserved_concurrent_executions": -1 }"""],
            Satisfied = ["""{ "reserved_concurrent_executions": 4 }"""],
        },
        new(["CKV_AWS_116", "LambdaDLQ"], Functions)
        {
            Condition = "dead_letter_config must have a target for events that fail",
            Offences = function => function.UnlessSet("dead_letter_config.target_arn"),
            Violated = ["{}"],
            Satisfied = ["""{ "dead_letter_config": { "target_arn": "${aws_sqs_queue.failed.arn}" } }"""],
        },
        new(["CKV_AWS_117", "AC_AWS_0486", "Lambda.3"], Functions)
        {
            Condition = "a function must be in a VPC",
            Offences = function => function.Unless("vpc_config.subnet_ids", subnets => subnets is not (null or "[]")),
            Violated = ["{}", """{ "vpc_config": { "subnet_ids": [] } }"""],
            Satisfied = [In("${aws_subnet.a.id}")],
        },
        new(["Lambda.5"], Functions)
        {
            Condition = "a function in a VPC must be in two subnets or more",
            Offences = function => function["vpc_config"] is null || function.Attributes.At("vpc_config.subnet_ids").Items().Count() > 1
                ? []
                : [new(function["vpc_config.subnet_ids"], "vpc_config.subnet_ids")],
            Violated = [In("${aws_subnet.a.id}")],
            Satisfied = ["{}", In("${aws_subnet.a.id}", "${aws_subnet.b.id}")],
        },
        new(["CKV_AWS_272"], Functions)
        {
            Condition = "code_signing_config_arn must be set",
            Offences = function => function.UnlessSet("code_signing_config_arn"),
            Violated = ["{}"],
            Satisfied = ["""{ "code_signing_config_arn": "${aws_lambda_code_signing_config.ours.arn}" }"""],
        },
        new(["LambdaDefaultMemorySize"], Functions)
        {
            Condition = "memory_size must be set",
            Offences = function => function.Unless("memory_size", size => size is not null),
            Violated = ["{}"],
            Satisfied = ["""{ "memory_size": 512 }"""],
        },
        new(["LambdaDefaultTimeout"], Functions)
        {
            Condition = "timeout must be set",
            Offences = function => function.Unless("timeout", timeout => timeout is not null),
            Violated = ["{}"],
            Satisfied = ["""{ "timeout": 60 }"""],
        },
        new(["LambdaEventSourceMappingDestination"], ["aws_lambda_event_source_mapping"])
        {
            Condition = "destination_config must have a destination for records that fail",
            Offences = mapping => mapping.UnlessSet("destination_config.on_failure.destination_arn"),
            Violated = ["{}"],
            Satisfied = ["""{ "destination_config": { "on_failure": { "destination_arn": "${aws_s3_bucket.failed.arn}" } } }"""],
        },
    ];

    private static string In(params string[] subnets) => $$"""{ "vpc_config": { "subnet_ids": ["{{string.Join("\", \"", subnets)}}"] } }""";
}
