using HashiCorp.Cdktf.Providers.Aws.RedshiftserverlessWorkgroup;

namespace Nautilus.Warehousing;

/// <summary>
/// The nine parameters of a workgroup. Redshift reports all nine: a parameter that is not set here would look changed in every plan.
/// </summary>
internal static class WarehouseParameters
{
    private static readonly Dictionary<string, string> Values = new()
    {
        ["auto_mv"] = "true",
        ["datestyle"] = "ISO, MDY",
        ["enable_case_sensitive_identifier"] = "false",
        ["enable_user_activity_logging"] = "true",
        ["max_query_execution_time"] = "14400",
        ["query_group"] = "default",
        ["require_ssl"] = "true",
        ["search_path"] = "$user, public",
        ["use_fips_ssl"] = "false",
    };

    public static RedshiftserverlessWorkgroupConfigParameter[] All { get; } = [.. Values.Select(Parameter)];

    private static RedshiftserverlessWorkgroupConfigParameter Parameter(KeyValuePair<string, string> parameter) =>
        new() { ParameterKey = parameter.Key, ParameterValue = parameter.Value };
}
