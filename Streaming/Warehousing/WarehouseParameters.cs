using HashiCorp.Cdktf.Providers.Aws.RedshiftserverlessWorkgroup;

namespace Nautilus.Warehousing;

/// <summary>How a workgroup works. Redshift tells all nine, so all are named: what is not would look changed in every plan.</summary>
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

    public static RedshiftserverlessWorkgroupConfigParameter[] All { get; } =
        [.. Values.Select(parameter => new RedshiftserverlessWorkgroupConfigParameter { ParameterKey = parameter.Key, ParameterValue = parameter.Value })];
}
