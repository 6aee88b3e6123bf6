using System.Text.Json.Nodes;
using Nautilus.Networking;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Networking;

public sealed class PrivateNetworkTests
{
    private const string Region = "${element(split(\":\", aws_kms_key.key.arn), 3)}";
    private const string Account = "${element(split(\":\", aws_kms_key.key.arn), 4)}";

    [Fact]
    public void A_network_has_a_subnet_in_each_of_three_zones_and_no_route_to_the_internet()
    {
        var stack = Network();

        stack.Should().HaveResource("aws_vpc.network", new
        {
            cidr_block = "10.42.0.0/16", enable_dns_hostnames = true, enable_dns_support = true,
        });
        stack.Should().HaveResource("aws_default_security_group.network_nobody_6968DDB5", new
        {
            ingress = (object?)null, egress = (object?)null,
        });
        stack.Should().HaveResource("aws_route_table.network_routes_8D075533", new { route = (object?)null });
        Subnets(stack).Should().Equal(($"{Region}a", "10.42.0.0/20"), ($"{Region}b", "10.42.16.0/20"), ($"{Region}c", "10.42.32.0/20"));
        All(stack, "aws_internet_gateway").Should().BeEmpty();
    }

    [Fact]
    public void A_zone_is_added_or_removed_without_a_change_of_the_others() =>
        Subnets(Network(props => props with { Zones = ["us-east-1f", "b"], Cidr = "172.20.64.0/18" }))
            .Should().Equal(($"{Region}b", "172.20.68.0/22"), ("us-east-1f", "172.20.84.0/22"));

    [Fact]
    public void Clients_go_out_over_TLS_to_the_network_S3_and_DynamoDB_only() =>
        All(Network(), "aws_vpc_security_group_egress_rule")
            .Select(rule => (Text(rule, "cidr_ipv4") ?? Text(rule, "prefix_list_id"), Text(rule, "from_port"), Text(rule, "to_port")))
            .Should().Equal(
                ("${aws_vpc_endpoint.network_dynamodb_47870DD3.prefix_list_id}", "443", "443"),
                ("${aws_vpc_endpoint.network_s3_9ABB7698.prefix_list_id}", "443", "443"),
                ("10.42.0.0/16", "443", "443"));

    [Fact]
    public void Endpoints_are_in_two_zones_have_private_DNS_names_and_let_clients_in()
    {
        var stack = Network();

        stack.Should().HaveResource("aws_vpc_endpoint.network_kinesis-streams_C4E4DB51", new
        {
            service_name = $"com.amazonaws.{Region}.kinesis-streams",
            vpc_endpoint_type = "Interface",
            private_dns_enabled = true,
            subnet_ids = new[] { "${aws_subnet.network_private_a_E0DBE294.id}", "${aws_subnet.network_private_b_3242A72C.id}" },
            security_group_ids = new[] { "${aws_security_group.network_endpoints_ED4E6A8D.id}" },
        });
        stack.Should().HaveResource("aws_vpc_security_group_ingress_rule.network_endpoints_from-clients_85E6A15C", new
        {
            security_group_id = "${aws_security_group.network_endpoints_ED4E6A8D.id}",
            referenced_security_group_id = "${aws_security_group.network_clients_285188DC.id}",
            from_port = 443, to_port = 443, ip_protocol = "tcp",
        });
        All(stack, "aws_vpc_endpoint").Select(endpoint => Text(endpoint, "service_name")!.Split('.')[^1])
            .Should().BeEquivalentTo("s3", "dynamodb", "kinesis-streams", "kinesis-firehose", "monitoring", "logs");
    }

    [Fact]
    public void Without_endpoints_a_network_has_only_gateways_which_cost_nothing() =>
        All(Network(props => props with { Endpoints = [] }), "aws_vpc_endpoint").Select(endpoint => Text(endpoint, "vpc_endpoint_type"))
            .Should().Equal("Gateway", "Gateway");

    [Fact]
    public void An_endpoint_allows_the_account_only_and_the_given_resources_only()
    {
        var stack = Network(props => props with
        {
            Endpoints =
            [
                Endpoint.Firehose,
                Endpoint.KinesisStreams with { Resources = ["arn:aws:kinesis:us-east-1:111122223333:stream/clicks"] },
                new("glue", ["glue:GetTable"]),
            ],
            EndpointZones = 1,
        });

        Policy(stack, "network_kinesis-firehose_307CFC6E",
            ["firehose:DescribeDeliveryStream", "firehose:PutRecord", "firehose:PutRecordBatch"],
            $"arn:${{element(split(\":\", aws_kms_key.key.arn), 1)}}:firehose:{Region}:{Account}:deliverystream/*");
        Policy(stack, "network_glue_C0BC13C2", ["glue:GetTable"], "*");
        stack.Should().HavePolicy("aws_vpc_endpoint.network_kinesis-streams_C4E4DB51", new
        {
            statement = new[] { new { resources = new[] { "arn:aws:kinesis:us-east-1:111122223333:stream/clicks" } } },
        });
    }

    [Fact]
    public void Clients_reach_buckets_of_the_account_only() =>
        Network().Should().HavePolicy("aws_vpc_endpoint.network_s3_9ABB7698", new
        {
            statement = new[]
            {
                new
                {
                    resources = new[] { "*" },
                    condition = new[]
                    {
                        new { test = "StringEquals", variable = "aws:PrincipalAccount", values = new[] { Account } },
                        new { test = "StringEquals", variable = "aws:ResourceAccount", values = new[] { Account } },
                    },
                },
            },
        });

    private static void Policy(string stack, string endpoint, string[] actions, string resource) =>
        stack.Should().HavePolicy($"aws_vpc_endpoint.{endpoint}", new
        {
            statement = new[]
            {
                new
                {
                    actions,
                    resources = new[] { resource },
                    principals = new[] { new { type = "AWS", identifiers = new[] { "*" } } },
                    condition = new[] { new { test = "StringEquals", variable = "aws:PrincipalAccount", values = new[] { Account } } },
                },
            },
        });

    private static IEnumerable<(string?, string?)> Subnets(string stack) =>
        All(stack, "aws_subnet").Select(subnet => (Text(subnet, "availability_zone"), Text(subnet, "cidr_block")));

    private static string Network(Func<PrivateNetworkProps, PrivateNetworkProps>? change = null) =>
        InANetwork.Synthesize(all => all.Network(change));

    private static IEnumerable<JsonNode> All(string stack, string type) =>
        (JsonNode.Parse(stack)!["resource"]![type]?.AsObject() ?? []).Select(resource => resource.Value!);

    private static string? Text(JsonNode resource, string attribute) => resource[attribute]?.ToString();
}
