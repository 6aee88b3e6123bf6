using System.Net;
using Nautilus.Testing.Synth;
using Nautilus.Warehousing;

namespace Tests.Streaming.Warehousing;

/// <summary>Who can reach a warehouse over the network.</summary>
public sealed class WarehouseReachTests
{
    private const string Workgroup = "aws_redshiftserverless_workgroup.warehouse";
    private const string Firehose = "${local.warehouse_access_firehose_2670E763[element(split(\":\", aws_kms_key.key.arn), 3)]}";

    [Fact]
    public void Nobody_reaches_a_warehouse_by_default()
    {
        var stack = SynthesizedWarehouse.Of();

        stack.Should().HaveResource(Workgroup, new
        {
            publicly_accessible = false, enhanced_vpc_routing = true, base_capacity = 8, max_capacity = 16, port = 5440,
            subnet_ids = new[]
            {
                "${aws_subnet.network_private_a_E0DBE294.id}",
                "${aws_subnet.network_private_b_3242A72C.id}",
                "${aws_subnet.network_private_c_9F3495C7.id}",
            },
            security_group_ids = new[] { "${aws_security_group.warehouse_access_guard_06250500.id}" },
        });
        Ingress(stack).Should().BeEmpty();
        SynthesizedWarehouse.Resources(stack, "aws_internet_gateway").Should().BeEmpty();
    }

    [Fact]
    public void Firehose_reaches_a_warehouse_from_its_own_addresses_over_a_separate_route()
    {
        var stack = SynthesizedWarehouse.Of(props => props with { ReachableByFirehose = true });

        stack.Should().HaveResource(Workgroup, new
        {
            publicly_accessible = true, enhanced_vpc_routing = true,
            subnet_ids = new[]
            {
                "${aws_subnet.network_reachable_subnet_a_F689F1EE.id}",
                "${aws_subnet.network_reachable_subnet_b_88EAEF3D.id}",
                "${aws_subnet.network_reachable_subnet_c_8BD2DB69.id}",
            },
        });
        Ingress(stack).Should().Equal((Firehose, "5440"));
        stack.Should().HaveResource("aws_route_table.network_reachable_routes_756A80D8", new
        {
            route = new[] { new { cidr_block = Firehose, gateway_id = "${aws_internet_gateway.network_reachable_gateway_D04807A8.id}" } },
        });
        stack.Should().HaveResource("aws_subnet.network_reachable_subnet_a_F689F1EE", new { cidr_block = "10.42.128.0/20" });
        stack.Should().HaveResource("aws_vpc_endpoint.network_s3_9ABB7698", new
        {
            route_table_ids = new[]
            {
                "${aws_route_table.network_routes_8D075533.id}",
                "${aws_route_table.network_reachable_routes_756A80D8.id}",
            },
        });
    }

    [Fact]
    public void The_addresses_of_Firehose_in_a_newer_region_can_be_given() =>
        Ingress(SynthesizedWarehouse.Of(props => props with { ReachableByFirehose = true, FirehoseCidr = "203.0.113.64/27" }))
            .Should().Equal(("203.0.113.64/27", "5440"));

    [Fact]
    public void Firehose_has_one_small_range_in_each_region() => FirehoseAddresses.ByRegion.Values
        .Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(20).And.OnlyContain(range => IPNetwork.Parse(range).PrefixLength == 27);

    private static IEnumerable<(string?, string?)> Ingress(string stack) =>
        from rule in SynthesizedWarehouse.Resources(stack, "aws_vpc_security_group_ingress_rule")
        where rule.Key.StartsWith("warehouse_", StringComparison.Ordinal)
        select ((string?)rule.Value!["cidr_ipv4"], rule.Value["from_port"]!.ToString());
}
