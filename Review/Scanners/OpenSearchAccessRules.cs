using Nautilus.Review.Policies;

namespace Nautilus.Review.Scanners;

/// <summary>Who may use an OpenSearch domain.</summary>
internal static class OpenSearchAccessRules
{
    private const string Reader = "${aws_iam_role.delivery.arn}";
    private const string FromNetwork = """[{ "test": "IpAddress", "variable": "aws:SourceIp", "values": ["203.0.113.0/24"] }]""";

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["CKV2_AWS_52", "KICS b4c6d7e8", "Opensearch.7"], OpenSearchRules.Domains)
        {
            Condition = "advanced_security_options must be enabled",
            Offences = domain => domain.UnlessTrue("advanced_security_options.enabled"),
            Violated = ["{}", """{ "advanced_security_options": { "enabled": false } }"""],
            Satisfied = ["""{ "advanced_security_options": { "enabled": true } }"""],
        },
        new(["AwsSolutions-OS5", "KICS 16c4216a", "AC_AWS_0469"], PolicyCarriers.Domains)
        {
            Condition = "no statement may allow everyone",
            Offences = domain => domain.PrincipalsThat(principal => principal.IsAnyone),
            Violated = [AccessPolicy("AWS", "*"), AccessPolicy("*", "*", FromNetwork, "aws_opensearch_domain")],
            Satisfied = [AccessPolicy("AWS", Reader)],
        },
        new(["AwsSolutions-OS3"], PolicyCarriers.Domains)
        {
            Condition = "every statement must be limited to networks by aws:SourceIp",
            Offences = domain => from statement in domain.PolicyAllows
                                 where !statement.Conditions.Any(IsOfNetwork)
                                 select new Finding(null, $"condition of statement '{statement.Sid}'"),
            Violated = [AccessPolicy("AWS", Reader)],
            Satisfied = [AccessPolicy("AWS", Reader, FromNetwork)],
        },
    ];

    private static bool IsOfNetwork(Condition condition) =>
        condition is { Operator: "IpAddress" } && condition.Key.Equals("aws:SourceIp", StringComparison.OrdinalIgnoreCase);

    private static string AccessPolicy(
        string type, string principal, string condition = "[]", string carrier = "aws_opensearch_domain_policy") =>
        Sample.For(type, principal, "es:ESHttpPost", "${aws_opensearch_domain.search.arn}/*", condition, carrier);
}
