namespace Nautilus.Review.Scanners;

/// <summary>Encryption, TLS and networks of OpenSearch domains.</summary>
internal static class OpenSearchRules
{
    public static readonly string[] Domains = ["aws_opensearch_domain"];

    private static readonly string[] Tls12 = ["Policy-Min-TLS-1-2-2019-07", "Policy-Min-TLS-1-2-PFS-2023-10"];

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
            Condition = "tls_security_policy must require TLS 1.2 or later",
            Offences = domain => domain.Unless("domain_endpoint_options.tls_security_policy", policy => Tls12.Contains(policy)),
            Violated = ["{}", Tls("Policy-Min-TLS-1-0-2019-07")],
            Satisfied = [.. Tls12.Select(policy => Tls(policy))],
        },
        new(["Opensearch.8"], Domains)
        {
            Condition = "domain_endpoint_options must enforce_https with the latest TLS policy",
            Offences = domain =>
            [
                .. domain.UnlessTrue("domain_endpoint_options.enforce_https"),
                .. domain.Unless("domain_endpoint_options.tls_security_policy", policy => policy == Tls12[^1]),
            ],
            Violated = ["{}", Tls(Tls12[0]), Tls(Tls12[^1], https: "false")],
            Satisfied = [Tls(Tls12[^1])],
        },
        new(["CKV_AWS_137", "AwsSolutions-OS1", "Opensearch.2"], Domains)
        {
            Condition = "a domain must be in a VPC",
            Offences = domain => domain.Unless("vpc_options.subnet_ids", subnets => subnets is not (null or "[]")),
            Violated = ["{}", """{ "vpc_options": { "subnet_ids": [] } }"""],
            Satisfied = ["""{ "vpc_options": { "subnet_ids": ["${aws_subnet.a.id}"] } }"""],
        },
        new(["CKV_AWS_248"], Domains)
        {
            Condition = "a domain must have a security group, not the default one",
            Offences = domain => domain.Unless("vpc_options.security_group_ids", groups => groups is not (null or "[]")),
            Violated = ["{}", """{ "vpc_options": { "subnet_ids": ["${aws_subnet.a.id}"] } }"""],
            Satisfied = ["""{ "vpc_options": { "security_group_ids": ["${aws_security_group.search.id}"] } }"""],
        },
    ];

    private static string Tls(string policy, string https = "true") =>
        $$"""{ "domain_endpoint_options": { "enforce_https": {{https}}, "tls_security_policy": "{{policy}}" } }""";
}
