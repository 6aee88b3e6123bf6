using System.Text.Json.Nodes;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>Logs of OpenSearch domains.</summary>
internal static class OpenSearchLogRules
{
    private const string LogGroup = "${aws_cloudwatch_log_group.search.arn}";

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["CKV_AWS_84", "KICS acb6b4e2"], OpenSearchRules.Domains)
        {
            Condition = "a log must be published",
            Offences = domain => Logs(domain).Any() ? [] : [new(null, "log_publishing_options")],
            Violated = ["{}", Publishing(enabled: false, "AUDIT_LOGS")],
            Satisfied = [Publishing(enabled: null, "AUDIT_LOGS")],
        },
        LogPublished(["CKV_AWS_317", "AWS-0042", "Opensearch.5"], "AUDIT_LOGS"),
        LogPublished(["AwsSolutions-OS9", "KICS e979fcbc", "AC_AWS_0105"], "SEARCH_SLOW_LOGS", "INDEX_SLOW_LOGS"),
        LogPublished(["Opensearch.4", "OpenSearchErrorLogsToCloudWatch"], "ES_APPLICATION_LOGS"),
    ];

    private static ScannerRule LogPublished(string[] ids, params string[] types) => new(ids, OpenSearchRules.Domains)
    {
        Condition = $"{string.Join(" and ", types)} must be published",
        Offences = domain => types.Except(Logs(domain)).Select(type => new Finding(null, $"log_publishing_options of {type}")),
        Violated =
        [
            "{}",
            Publishing(enabled: null, "AN_OTHER"),
            .. types.Select(type => Publishing(enabled: false, type)),
        ],
        Satisfied = [Publishing(enabled: null, types)],
    };

    private static IEnumerable<string> Logs(Resource domain) =>
        from log in domain.Attributes["log_publishing_options"].Items()
        where log["enabled"].Text() != "false" && log["cloudwatch_log_group_arn"].Text()?.Length > 0
        select log["log_type"].Text();

    private static string Publishing(bool? enabled, params string[] types) =>
        new JsonObject { ["log_publishing_options"] = new JsonArray([.. types.Select(type => Log(type, enabled))]) }.ToJsonString();

    private static JsonObject Log(string type, bool? enabled)
    {
        var log = new JsonObject { ["log_type"] = type, ["cloudwatch_log_group_arn"] = LogGroup };
        if (enabled is not null)
            log["enabled"] = enabled;
        return log;
    }
}
