using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>Redshift Serverless.</summary>
internal static class RedshiftServerlessRules
{
    private const string CustomerKey = """{ "kms_key_id": "${aws_kms_key.key.arn}" }""";

    private static readonly string[] Namespaces = ["aws_redshiftserverless_namespace"];
    private static readonly string[] Workgroups = ["aws_redshiftserverless_workgroup"];
    private static readonly string[] Logs = ["connectionlog", "userlog"];

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["RedshiftServerless.1"], Workgroups)
        {
            Condition = "enhanced_vpc_routing must be true",
            Offences = workgroup => workgroup.UnlessTrue("enhanced_vpc_routing"),
            Violated = ["{}", """{ "enhanced_vpc_routing": false }"""],
            Satisfied = ["""{ "enhanced_vpc_routing": true }"""],
        },
        new(["RedshiftServerless.2"], Workgroups)
        {
            Condition = "config_parameter require_ssl must be true",
            Offences = workgroup => RequiresTls(workgroup) ? [] : [new(null, "config_parameter require_ssl")],
            Violated = ["{}", Parameter("require_ssl", "false"), Parameter("use_fips_ssl", "true")],
            Satisfied = [Parameter("require_ssl", "true")],
        },
        new(["RedshiftServerless.3"], Workgroups)
        {
            Condition = "publicly_accessible must not be true",
            Offences = workgroup => workgroup.Unless("publicly_accessible", open => open is null or "false"),
            Violated = ["""{ "publicly_accessible": true }"""],
            Satisfied = ["{}", """{ "publicly_accessible": false }"""],
        },
        new(["CKV_AWS_282", "RedshiftServerless.4"], Namespaces)
        {
            Condition = "kms_key_id must name a key",
            Offences = owner => owner.UnlessSet("kms_key_id"),
            Violated = ["{}", """{ "kms_key_id": "" }"""],
            Satisfied = [CustomerKey],
        },
        new(["RedshiftServerless.5"], Namespaces)
        {
            Condition = "admin_username must be set, and not to admin, the default",
            Offences = owner => owner.Unless("admin_username", name => name is not (null or "admin")),
            Violated = ["{}", """{ "admin_username": "admin" }"""],
            Satisfied = ["""{ "admin_username": "lake_owner" }"""],
        },
        new(["RedshiftServerless.6"], Namespaces)
        {
            Condition = "log_exports must have connectionlog and userlog",
            Offences = owner => from log in Logs.Except(owner.List("log_exports"))
                                select new Finding(null, $"log_exports of {log}"),
            Violated = ["{}", """{ "log_exports": ["userlog"] }"""],
            Satisfied = ["""{ "log_exports": ["userlog", "connectionlog"] }"""],
        },
        new(["RedshiftServerless.7"], Namespaces)
        {
            Condition = "db_name must be set, and not to dev, the default",
            Offences = owner => owner.Unless("db_name", name => name is not (null or "dev")),
            Violated = ["{}", """{ "db_name": "dev" }"""],
            Satisfied = ["""{ "db_name": "lake" }"""],
        },
    ];

    private static bool RequiresTls(Resource workgroup) => workgroup.Attributes["config_parameter"].Items()
        .Any(parameter => parameter["parameter_key"].Text() == "require_ssl" && parameter["parameter_value"].Text() == "true");

    private static string Parameter(string key, string value) =>
        $$"""{ "config_parameter": [{ "parameter_key": "{{key}}", "parameter_value": "{{value}}" }] }""";
}
