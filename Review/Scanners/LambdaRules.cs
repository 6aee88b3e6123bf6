using System.Text.RegularExpressions;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

internal static partial class LambdaRules
{
    private const string Environment = """ "environment": { "variables": { "SCHEMA": "1" } } """;
    private const string FromBucket = """ "source_arn": "${aws_s3_bucket.lake.arn}" """;

    private static readonly string[] Functions = ["aws_lambda_function"];
    private static readonly string[] Permissions = ["aws_lambda_permission"];

    private static readonly string[] Deprecated =
    [
        "dotnet5.0", "dotnet6", "dotnet7", "dotnet8", "dotnetcore1.0", "dotnetcore2.0", "dotnetcore2.1", "dotnetcore3.1",
        "go1.x", "java8", "nodejs", "nodejs4.3", "nodejs4.3-edge", "nodejs6.10", "nodejs8.10", "nodejs10.x", "nodejs12.x",
        "nodejs14.x", "nodejs16.x", "nodejs18.x", "provided", "python2.7", "python3.6", "python3.7", "python3.8", "python3.9",
        "ruby2.5", "ruby2.7", "ruby3.2",
    ];

    private static readonly string[] Latest = ["dotnet10", "java25", "nodejs24.x", "provided.al2023", "python3.14", "ruby3.4"];

    public static IReadOnlyList<Rule> All { get; } =
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
            Condition = "dead_letter_config must say where events go that fail",
            Offences = function => function.Unless("dead_letter_config.target_arn", target => target?.Length > 0),
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
            Offences = function => function["vpc_config"] is null || function.Attributes["vpc_config"].Items().Sum(vpc => vpc["subnet_ids"].Items().Count()) > 1
                ? []
                : [new(function["vpc_config.subnet_ids"], "vpc_config.subnet_ids")],
            Violated = [In("${aws_subnet.a.id}")],
            Satisfied = ["{}", In("${aws_subnet.a.id}", "${aws_subnet.b.id}")],
        },
        new(["CKV_AWS_173", "AC_AWS_0483"], Functions)
        {
            Condition = "kms_key_arn must name a key where there is an environment, and none where there is not",
            Offences = function => function.Unless("kms_key_arn", key => key?.Length > 0 == function["environment"] is not null),
            Violated = [$"{{ {Environment} }}", """{ "kms_key_arn": "${aws_kms_key.key.arn}" }"""],
            Satisfied = ["{}", $$"""{ {{Environment}}, "kms_key_arn": "${aws_kms_key.key.arn}" }"""],
        },
        new(["CKV_AWS_272"], Functions)
        {
            Condition = "code_signing_config_arn must say who may sign the code",
            Offences = function => function.Unless("code_signing_config_arn", signing => signing?.Length > 0),
            Violated = ["{}"],
            Satisfied = ["""{ "code_signing_config_arn": "${aws_lambda_code_signing_config.ours.arn}" }"""],
        },
        new(["CKV_AWS_45"], Functions)
        {
            Condition = "no secret may stand in the environment",
            Offences = function => from environment in function.Attributes["environment"].Items()
                                   from variable in environment["variables"]?.AsObject() ?? []
                                   where Secret().IsMatch(variable.Value.Text()!)
                                   select new Finding(variable.Value.Text(), variable.Key),
            Violated =
            [
                Variable("AKIAIOSFODNN7EXAMPLE"),
                Variable("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
                Variable("-----BEGIN RSA PRIVATE KEY-----"),
            ],
            Satisfied = ["{}", Variable("s3://lake/schema.json"), Variable("${aws_secretsmanager_secret.redshift.arn}")],
        },
        new(["CKV_AWS_363", "Lambda.2"], Functions)
        {
            Condition = "runtime must not be one that AWS deprecated",
            Offences = function => function.Unless("runtime", runtime => !Deprecated.Contains(runtime)),
            Violated = ["""{ "runtime": "dotnet8" }""", """{ "runtime": "python3.9" }"""],
            Satisfied = ["""{ "runtime": "provided.al2023" }""", """{ "package_type": "Image" }"""],
        },
        new(["AwsSolutions-L1"], Functions)
        {
            Condition = "runtime must be the latest of its family",
            Offences = function => function.Unless("runtime", runtime => runtime is null || Latest.Contains(runtime)),
            Violated = ["""{ "runtime": "python3.13" }""", """{ "runtime": "nodejs22.x" }"""],
            Satisfied = ["""{ "runtime": "provided.al2023" }""", """{ "package_type": "Image" }"""],
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
        new(["AC_AWS_0484"], Functions)
        {
            Condition = "a function's role must have its policies attached",
            Offences = function => function.Unless("role", role => PoliciesOf(function).Any()),
            Violated = ["{}", """{ "resource": { "aws_lambda_function": { "f": { "role": "${aws_iam_role.f.arn}" } }, "aws_iam_role": { "f": {} } } }"""],
            Satisfied = [Executing("kinesis:GetRecords", "${aws_kinesis_stream.clicks.arn}")],
        },
        new(["LambdaStarPermissions"], Functions)
        {
            Condition = "no statement of a function's role may be about everything",
            Offences = function => from policy in PoliciesOf(function)
                                   from statement in policy.PolicyAllows()
                                   from finding in statement.ActionsThat(action => action == "*").Concat(statement.ResourcesThat(resource => resource == "*"))
                                   select finding,
            Violated = [Executing("xray:PutTraceSegments", "*"), Executing("*", "${aws_kinesis_stream.clicks.arn}")],
            Satisfied = [Executing("kinesis:GetRecords", "${aws_kinesis_stream.clicks.arn}")],
        },
        new(["LambdaEventSourceMappingDestination"], ["aws_lambda_event_source_mapping"])
        {
            Condition = "destination_config must say where records go that fail",
            Offences = mapping => mapping.Unless("destination_config.on_failure.destination_arn", destination => destination?.Length > 0),
            Violated = ["{}"],
            Satisfied = ["""{ "destination_config": { "on_failure": { "destination_arn": "${aws_s3_bucket.failed.arn}" } } }"""],
        },
        new(["CKV_AWS_364"], Permissions)
        {
            Condition = "a service must be bound to a source_arn or a source_account",
            Offences = permission => permission["source_account"] is not null || !IsOfService(permission) ? [] : Unsourced(permission),
            Violated = ["""{ "principal": "s3.amazonaws.com" }"""],
            Satisfied =
            [
                """{ "principal": "s3.amazonaws.com", "source_account": "111122223333" }""",
                $$"""{ "principal": "s3.amazonaws.com", {{FromBucket}} }""",
                """{ "principal": "111122223333" }""",
            ],
        },
        new(["AWS-0067"], Permissions)
        {
            Condition = "a service must be bound to a source_arn",
            Offences = permission => IsOfService(permission) ? Unsourced(permission) : [],
            Violated = ["""{ "principal": "s3.amazonaws.com" }""", """{ "principal": "s3.amazonaws.com", "source_account": "111122223333" }"""],
            Satisfied = [$$"""{ "principal": "s3.amazonaws.com", {{FromBucket}} }"""],
        },
        new(["CKV_AWS_301", "KICS e08ed7eb", "KICS 1btsf2f9", "Lambda.1"], Permissions)
        {
            Condition = "principal must not be everyone",
            Offences = permission => permission.Unless("principal", principal => principal != "*"),
            Violated = ["""{ "principal": "*" }"""],
            Satisfied = ["""{ "principal": "s3.amazonaws.com" }"""],
        },
        new(["KICS 75ec6890"], Permissions)
        {
            Condition = "action must be lambda:InvokeFunction",
            Offences = permission => permission.Unless("action", action => action == "lambda:InvokeFunction"),
            Violated = ["""{ "action": "lambda:*" }""", """{ "action": "lambda:UpdateFunctionCode" }"""],
            Satisfied = ["""{ "action": "lambda:InvokeFunction" }"""],
        },
        new(["KICS 0ca1017d"], PolicyCarriers.IdentityPolicies)
        {
            Condition = "who may invoke a function may invoke its versions as well",
            Offences = policy => from statement in policy.PolicyAllows()
                                 where statement.Grants("lambda:InvokeFunction")
                                 from finding in statement.ResourcesThat(function => Unqualified().IsMatch(function) && !statement.Resources.Contains($"{function}:*"))
                                 select finding,
            Violated = [Sample.Allowing("lambda:InvokeFunction", "${aws_lambda_function.f.arn}")],
            Satisfied =
            [
                Sample.Policy("""{ "actions": ["lambda:InvokeFunction"], "resources": ["${aws_lambda_function.f.arn}", "${aws_lambda_function.f.arn}:*"] }"""),
                Sample.Allowing("lambda:InvokeFunction", "${aws_lambda_function.f.qualified_arn}"),
                Sample.Allowing("lambda:GetFunction", "${aws_lambda_function.f.arn}"),
            ],
        },
    ];

    private static IEnumerable<Resource> PoliciesOf(Resource function) =>
        from attachment in function.Stack.Resources
        where attachment.Type == "aws_iam_role_policy_attachment"
        where function.Stack.ReferredToBy(function["role"]) is { } role && function.Stack.ReferredToBy(attachment["role"]) == role
        let policy = function.Stack.ReferredToBy(attachment["policy_arn"])
        where policy is not null
        select policy;

    private static bool IsOfService(Resource permission) => permission["principal"]?.EndsWith(".amazonaws.com", StringComparison.Ordinal) == true;

    private static IEnumerable<Finding> Unsourced(Resource permission) => permission.Unless("source_arn", source => source?.Length > 0);

    private static string In(params string[] subnets) => $$"""{ "vpc_config": { "subnet_ids": ["{{string.Join("\", \"", subnets)}}"] } }""";

    private static string Variable(string value) => $$"""{ "environment": { "variables": { "SETTING": "{{value}}" } } }""";

    private static string Executing(string action, string on) => $$"""
        {
          "data": { "aws_iam_policy_document": { "f": { "statement": [{ "actions": ["{{action}}"], "resources": ["{{on}}"] }] } } },
          "resource": {
            "aws_lambda_function": { "f": { "role": "${aws_iam_role.f.arn}" } },
            "aws_iam_role": { "f": {} },
            "aws_iam_policy": { "f": { "policy": "${data.aws_iam_policy_document.f.json}" } },
            "aws_iam_role_policy_attachment": { "f": { "role": "${aws_iam_role.f.name}", "policy_arn": "${aws_iam_policy.f.arn}" } }
          }
        }
        """;

    // An access key, what could be its secret, and a private key.
    [GeneratedRegex(@"\b(AKIA|ASIA)[A-Z0-9]{16}\b|^[A-Za-z0-9/+]{40}\z|PRIVATE KEY-----")]
    private static partial Regex Secret();

    [GeneratedRegex(@"^\$\{aws_lambda_function\.[\w-]+\.arn\}\z|:function:[\w-]+\z")]
    private static partial Regex Unqualified();
}
