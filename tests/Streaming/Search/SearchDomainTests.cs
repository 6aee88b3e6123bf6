using System.Text.Json.Nodes;
using Nautilus.Search;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Search;

public sealed class SearchDomainTests
{
    private const string Domain = "aws_opensearch_domain.search";
    private const string SubnetA = "${aws_subnet.network_private_a_E0DBE294.id}";
    private const string SubnetB = "${aws_subnet.network_private_b_3242A72C.id}";
    private const string SubnetC = "${aws_subnet.network_private_c_9F3495C7.id}";

    [Fact]
    public void A_domain_is_encrypted_closed_and_lets_in_its_own_role_only() => SynthesizedDomain.Of().Should().HaveResource(Domain, new
    {
        domain_name = "events",
        engine_version = "OpenSearch_3.3",
        encrypt_at_rest = new { enabled = true, kms_key_id = "${aws_kms_key.key.arn}" },
        node_to_node_encryption = new { enabled = true },
        domain_endpoint_options = new { enforce_https = true, tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10" },
        advanced_security_options = new
        {
            enabled = true,
            internal_user_database_enabled = false,
            master_user_options = new { master_user_arn = $"${{aws_iam_role.{SynthesizedDomain.Role}.arn}}" },
        },
        vpc_options = new { security_group_ids = new[] { "${aws_security_group.search_guard_3AC36D95.id}" } },
    });

    [Fact]
    public void A_small_domain_is_one_node_in_one_zone() => SynthesizedDomain.Of().Should().HaveResource(Domain, new
    {
        cluster_config = new
        {
            instance_type = "t3.small.search", instance_count = 1, dedicated_master_enabled = false, zone_awareness_enabled = false,
        },
        ebs_options = new { ebs_enabled = true, volume_type = "gp3", volume_size = 10 },
        auto_tune_options = new { desired_state = "DISABLED" },
        vpc_options = new { subnet_ids = new[] { SubnetA } },
    });

    [Fact]
    public void A_domain_for_production_has_three_zones_and_three_masters()
    {
        var stack = SynthesizedDomain.Of(props => props with { Profile = SearchProfile.Production(6, "r7g.xlarge.search", 200) });

        stack.Should().HaveResource(Domain, new
        {
            cluster_config = new
            {
                instance_type = "r7g.xlarge.search", instance_count = 6,
                dedicated_master_enabled = true, dedicated_master_type = "m7g.large.search", dedicated_master_count = 3,
                zone_awareness_enabled = true, zone_awareness_config = new { availability_zone_count = 3 },
            },
            ebs_options = new { volume_size = 200 },
            auto_tune_options = new { desired_state = "ENABLED", use_off_peak_window = true },
            vpc_options = new { subnet_ids = new[] { SubnetA, SubnetB, SubnetC } },
        });
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Terraform_refuses_to_destroy_a_domain_if_PreventDestroy_is_on(bool isOn) =>
        SynthesizedDomain.Of(props => props with { PreventDestroy = isOn })
            .Should().HaveResource(Domain, new { lifecycle = new { prevent_destroy = isOn } });

    [Fact]
    public void Only_clients_of_the_network_reach_a_domain_and_only_over_TLS() =>
        (from rule in JsonNode.Parse(SynthesizedDomain.Of())!["resource"]!["aws_vpc_security_group_ingress_rule"]!.AsObject()
         where rule.Key.StartsWith("search_guard", StringComparison.Ordinal)
         select ((string?)rule.Value!["referenced_security_group_id"], rule.Value["from_port"]!.ToString()))
            .Should().Equal(("${aws_security_group.network_clients_285188DC.id}", "443"));

    [Fact]
    public void Only_the_domain_writes_its_four_logs()
    {
        var stack = SynthesizedDomain.Of();

        JsonNode.Parse(stack)!["resource"]!["aws_opensearch_domain"]!["search"]!["log_publishing_options"]!.AsArray()
            .Select(log => (string)log!["log_type"]!)
            .Should().Equal("ES_APPLICATION_LOGS", "AUDIT_LOGS", "INDEX_SLOW_LOGS", "SEARCH_SLOW_LOGS");
        stack.Should().HavePolicy("aws_cloudwatch_log_resource_policy.search_logs_policy_B10A3E4C", new
        {
            statement = new[]
            {
                new
                {
                    principals = new[] { new { type = "Service", identifiers = new[] { "es.amazonaws.com" } } },
                    actions = new[] { "logs:CreateLogStream", "logs:PutLogEvents" },
                    condition = new object[]
                    {
                        new { variable = "aws:SourceAccount" },
                        new
                        {
                            variable = "aws:SourceArn",
                            values = new[] { $"arn:{SynthesizedDomain.Partition}:es:{SynthesizedDomain.RegionAndAccount}:domain/events" },
                        },
                    },
                },
            },
        });
    }
}
