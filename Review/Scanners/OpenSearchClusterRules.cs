namespace Nautilus.Review.Scanners;

/// <summary>Nodes and zones of OpenSearch domains.</summary>
internal static class OpenSearchClusterRules
{
    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["CKV_AWS_318", "CKV2_AWS_59", "AwsSolutions-OS4", "Opensearch.11"], OpenSearchRules.Domains)
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
        new(["AwsSolutions-OS7", "Opensearch.6"], OpenSearchRules.Domains)
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
    ];

    private static bool AtLeastThree(string? count) => int.TryParse(count, out var number) && number >= 3;

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
}
