using Nautilus.Review.Policies;
using System.Text.Json.Nodes;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

internal static class OpenSearchRules
{
    private const string FromNetwork = """[{ "test": "IpAddress", "variable": "aws:SourceIp", "values": ["203.0.113.0/24"] }]""";

    private static readonly string[] Domains = ["aws_opensearch_domain"];

    private static readonly string[] LeastOfTls = ["Policy-Min-TLS-1-2-2019-07", "Policy-Min-TLS-1-2-PFS-2023-10"];

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["CKV_AWS_5", "AWS-0048", "KICS 24e16922", "AC_AWS_0112", "AwsSolutions-OS8", "Opensearch.1"], Domains)
        {
            Condition = "encrypt_at_rest must be enabled",
            Offences = domain => domain.UnlessTrue("encrypt_at_rest.enabled"),
            Violated = ["{}", """{ "encrypt_at_rest": { "enabled": false } }"""],
            Satisfied = ["""{ "encrypt_at_rest": { "enabled": true } }"""],
        },
        new(["CKV_AWS_247", "KICS 7af2f4a3", "AC_AWS_0111"], Domains)
        {
            Condition = "encrypt_at_rest must name a key",
            Offences = domain => domain.UnlessSet("encrypt_at_rest.kms_key_id"),
            Violated = ["""{ "encrypt_at_rest": { "enabled": true } }"""],
            Satisfied = ["""{ "encrypt_at_rest": { "enabled": true, "kms_key_id": "${aws_kms_key.key.arn}" } }"""],
        },
        new(["CKV_AWS_6", "AWS-0043", "KICS 967eb3e6", "AC_AWS_0468", "AwsSolutions-OS2", "Opensearch.3"], Domains)
        {
            Condition = "node_to_node_encryption must be enabled",
            Offences = domain => domain.UnlessTrue("node_to_node_encryption.enabled"),
            Violated = ["{}", """{ "node_to_node_encryption": { "enabled": false } }"""],
            Satisfied = ["""{ "node_to_node_encryption": { "enabled": true } }"""],
        },
        new(["CKV_AWS_83", "AWS-0046", "KICS 2e9e0729"], Domains)
        {
            Condition = "domain_endpoint_options must enforce_https",
            Offences = domain => domain.UnlessTrue("domain_endpoint_options.enforce_https"),
            Violated = ["{}", """{ "domain_endpoint_options": { "enforce_https": false } }"""],
            Satisfied = ["""{ "domain_endpoint_options": { "enforce_https": true } }"""],
        },
        new(["CKV_AWS_228", "AWS-0126"], Domains)
        {
            Condition = "tls_security_policy must ask for TLS 1.2 or later",
            Offences = domain => domain.Unless("domain_endpoint_options.tls_security_policy", policy => LeastOfTls.Contains(policy)),
            Violated = ["{}", Tls("Policy-Min-TLS-1-0-2019-07")],
            Satisfied = [.. LeastOfTls.Select(policy => Tls(policy))],
        },
        new(["Opensearch.8"], Domains)
        {
            Condition = "domain_endpoint_options must enforce_https by the newest policy of TLS",
            Offences = domain =>
            [
                .. domain.UnlessTrue("domain_endpoint_options.enforce_https"),
                .. domain.Unless("domain_endpoint_options.tls_security_policy", policy => policy == LeastOfTls[^1]),
            ],
            Violated = ["{}", Tls(LeastOfTls[0]), Tls(LeastOfTls[^1], https: "false")],
            Satisfied = [Tls(LeastOfTls[^1])],
        },
        new(["CKV_AWS_84", "KICS acb6b4e2"], Domains)
        {
            Condition = "a log must be published",
            Offences = domain => Logs(domain).Any() ? [] : [new(null, "log_publishing_options")],
            Violated = ["{}", Publishing("AUDIT_LOGS", enabled: "false")],
            Satisfied = [Publishing("AUDIT_LOGS")],
        },
        LogPublished(["CKV_AWS_317", "AWS-0042", "Opensearch.5"], "AUDIT_LOGS"),
        LogPublished(["AwsSolutions-OS9", "KICS e979fcbc", "AC_AWS_0105"], "SEARCH_SLOW_LOGS", "INDEX_SLOW_LOGS"),
        LogPublished(["Opensearch.4", "OpenSearchErrorLogsToCloudWatch"], "ES_APPLICATION_LOGS"),
        new(["CKV_AWS_137", "AwsSolutions-OS1", "Opensearch.2"], Domains)
        {
            Condition = "a domain must be in a VPC",
            Offences = domain => domain.Unless("vpc_options.subnet_ids", subnets => subnets is not (null or "[]")),
            Violated = ["{}", """{ "vpc_options": { "subnet_ids": [] } }"""],
            Satisfied = ["""{ "vpc_options": { "subnet_ids": ["${aws_subnet.a.id}"] } }"""],
        },
        new(["CKV_AWS_248"], Domains)
        {
            Condition = "a domain must have a security group of ours",
            Offences = domain => domain.Unless("vpc_options.security_group_ids", groups => groups is not (null or "[]")),
            Violated = ["{}", """{ "vpc_options": { "subnet_ids": ["${aws_subnet.a.id}"] } }"""],
            Satisfied = ["""{ "vpc_options": { "security_group_ids": ["${aws_security_group.search.id}"] } }"""],
        },
        new(["CKV_AWS_318", "CKV2_AWS_59", "AwsSolutions-OS4", "Opensearch.11"], Domains)
        {
            Condition = "a domain must have three dedicated masters or more, in several zones",
            Offences = domain =>
            [
                .. domain.UnlessTrue("cluster_config.dedicated_master_enabled"),
                .. domain.Unless("cluster_config.dedicated_master_count", AtLeastThree),
                .. domain.UnlessTrue("cluster_config.zone_awareness_enabled"),
            ],
            Violated = ["{}", Cluster(masters: 2), Cluster(zones: "false")],
            Satisfied = [Cluster()],
        },
        new(["AwsSolutions-OS7", "Opensearch.6"], Domains)
        {
            Condition = "a domain must have three nodes or more, in several zones",
            Offences = domain =>
            [
                .. domain.Unless("cluster_config.instance_count", AtLeastThree),
                .. domain.UnlessTrue("cluster_config.zone_awareness_enabled"),
            ],
            Violated = ["{}", Cluster(nodes: 2), Cluster(zones: "false")],
            Satisfied = [Cluster()],
        },
        new(["CKV2_AWS_52", "KICS b4c6d7e8", "Opensearch.7"], Domains)
        {
            Condition = "advanced_security_options must be enabled",
            Offences = domain => domain.UnlessTrue("advanced_security_options.enabled"),
            Violated = ["{}", """{ "advanced_security_options": { "enabled": false } }"""],
            Satisfied = ["""{ "advanced_security_options": { "enabled": true } }"""],
        },
        new(["AwsSolutions-OS5", "KICS 16c4216a", "AC_AWS_0469"], PolicyCarriers.Domains)
        {
            Condition = "no statement may allow everyone",
            Offences = domain => domain.PolicyAllows.SelectMany(statement => statement.PrincipalsThat(principal => principal.IsAnyone)),
            Violated = [AccessPolicy("AWS", "*"), AccessPolicy("*", "*", FromNetwork, "aws_opensearch_domain")],
            Satisfied = [AccessPolicy("AWS", "${aws_iam_role.delivery.arn}")],
        },
        new(["AwsSolutions-OS3"], PolicyCarriers.Domains)
        {
            Condition = "every statement must be bound to networks by aws:SourceIp",
            Offences = domain => from statement in domain.PolicyAllows
                                 where !statement.Conditions.Any(condition => condition is { Operator: "IpAddress" } && condition.Key.Equals("aws:SourceIp", StringComparison.OrdinalIgnoreCase))
                                 select new Finding(null, $"condition of statement '{statement.Sid}'"),
            Violated = [AccessPolicy("AWS", "${aws_iam_role.delivery.arn}")],
            Satisfied = [AccessPolicy("AWS", "${aws_iam_role.delivery.arn}", FromNetwork)],
        },
    ];

    private static ScannerRule LogPublished(string[] ids, params string[] types) => new(ids, Domains)
    {
        Condition = $"{string.Join(" and ", types)} must be published",
        Offences = domain => types.Except(Logs(domain)).Select(type => new Finding(null, $"log_publishing_options of {type}")),
        Violated = ["{}", Publishing("AN_OTHER"), .. types.Select(type => Publishing(type, enabled: "false"))],
        Satisfied = [Publishing(types)],
    };

    private static IEnumerable<string> Logs(Resource domain) =>
        from log in domain.Attributes["log_publishing_options"].Items()
        where log["enabled"].Text() != "false" && log["cloudwatch_log_group_arn"].Text()?.Length > 0
        select log["log_type"].Text();

    private static bool AtLeastThree(string? count) => int.TryParse(count, out var number) && number >= 3;

    private static string Tls(string policy, string https = "true") =>
        $$"""{ "domain_endpoint_options": { "enforce_https": {{https}}, "tls_security_policy": "{{policy}}" } }""";

    private static string Publishing(string type, string enabled) => $$"""
        { "log_publishing_options": [{ "log_type": "{{type}}", "enabled": {{enabled}}, "cloudwatch_log_group_arn": "${aws_cloudwatch_log_group.search.arn}" }] }
        """;

    private static string Publishing(params string[] types) => new JsonObject
    {
        ["log_publishing_options"] = new JsonArray([.. types.Select(type => new JsonObject { ["log_type"] = type, ["cloudwatch_log_group_arn"] = "${aws_cloudwatch_log_group.search.arn}" })]),
    }.ToJsonString();

    private static string Cluster(int nodes = 3, int masters = 3, string zones = "true") => $$"""
        {
          "cluster_config": {
            "instance_count": {{nodes}},
            "dedicated_master_enabled": true,
            "dedicated_master_count": {{masters}},
            "zone_awareness_enabled": {{zones}}
          }
        }
        """;

    private static string AccessPolicy(string type, string principal, string condition = "[]", string carrier = "aws_opensearch_domain_policy") => Sample.Policy($$"""
        {
          "actions": ["es:ESHttpPost"],
          "resources": ["${aws_opensearch_domain.search.arn}/*"],
          "principals": [{ "type": "{{type}}", "identifiers": ["{{principal}}"] }],
          "condition": {{condition}}
        }
        """, carrier);
}
