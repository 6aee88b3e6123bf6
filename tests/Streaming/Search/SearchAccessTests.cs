using System.Text.Json.Nodes;
using Nautilus.Review.Access;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Search;

/// <summary>Who may assume the role of a domain, and what the role allows.</summary>
public sealed class SearchAccessTests
{
    private const string Trust = $"aws_iam_role.{SynthesizedDomain.Role}";

    [Fact]
    public void Each_delivery_stream_may_assume_the_role() =>
        Sources(SynthesizedDomain.Of(writers: ["first", "second", "second"])).Should().Equal(
            $"arn:{SynthesizedDomain.Partition}:firehose:{SynthesizedDomain.RegionAndAccount}:deliverystream/first",
            $"arn:{SynthesizedDomain.Partition}:firehose:{SynthesizedDomain.RegionAndAccount}:deliverystream/second");

    [Fact]
    public void More_delivery_streams_than_fit_into_a_trust_policy_are_rejected() =>
        Rejected.AtSynth(() => SynthesizedDomain.Of(writers: [.. Enumerable.Range(1, 20).Select(number => $"delivery-{number}")]))
            .Should().MatchRegex(
                @"^role 'role': its trust policy must be 2048 characters or less, got about \d+; let fewer principals assume it\z");

    [Fact]
    public void Firehose_may_write_documents_and_join_the_network_and_no_more()
    {
        var policy = Grants.Of(SynthesizedDomain.Of()).PoliciesOf(SynthesizedDomain.Role).Single();

        ActionTable.Current.Complaints(policy).Should().BeEmpty();
        policy.Statements.SelectMany(statement => statement.Actions).Should().BeEquivalentTo(
            "es:DescribeDomain", "es:DescribeDomainConfig", "es:DescribeDomains",
            "es:ESHttpGet", "es:ESHttpGet", "es:ESHttpPost", "es:ESHttpPut",
            "ec2:CreateNetworkInterface", "ec2:CreateNetworkInterfacePermission", "ec2:DeleteNetworkInterface",
            "ec2:DescribeNetworkInterfaces", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcAttribute",
            "ec2:DescribeVpcs");
    }

    [Fact]
    public void Administrators_of_the_account_may_assume_the_role_too()
    {
        var stack = SynthesizedDomain.Of(props => props with { Administrators = [SynthesizedDomain.Administrator] });

        stack.Should().HavePolicy(Trust, new
        {
            statement = new object[]
            {
                new
                {
                    sid = "TakeRoleAsAdministrator",
                    principals = new[] { new { type = "AWS", identifiers = new[] { SynthesizedDomain.Administrator } } },
                    condition = new[] { new { variable = "aws:PrincipalAccount", values = new[] { SynthesizedDomain.Account } } },
                },
                new { sid = "TakeRole" },
            },
        });
        var policy = Grants.Of(stack).PoliciesOf(SynthesizedDomain.Role).Single();
        ActionTable.Current.Complaints(policy).Should().BeEmpty();
        policy.Statements[0].Actions.Should().Equal(
            "es:ESHttpDelete", "es:ESHttpGet", "es:ESHttpHead", "es:ESHttpPatch", "es:ESHttpPost", "es:ESHttpPut");
    }

    [Fact]
    public void A_domain_may_have_administrators_and_no_delivery_stream() =>
        Grants.Of(SynthesizedDomain.Of(props => props with { Administrators = [SynthesizedDomain.Administrator] }, writers: []))
            .PoliciesOf(SynthesizedDomain.Role).Single().Statements.Should().ContainSingle();

    [Fact]
    public void The_access_policy_is_no_wider_than_the_role()
    {
        var stack = SynthesizedDomain.Of(props => props with { Administrators = [SynthesizedDomain.Administrator] });
        var role = Statements(stack, "aws_iam_policy.search_role_policy_335C8E0F").Select(Bare).ToArray();

        Statements(stack, "aws_opensearch_domain.search").Select(Bare).Should().NotBeEmpty().And.BeSubsetOf(role);

        static string Bare(JsonNode statement) => new JsonObject
        {
            ["actions"] = statement["actions"]!.DeepClone(),
            ["resources"] = statement["resources"]!.DeepClone(),
        }.ToJsonString();
    }

    [Fact]
    public void A_domain_that_nobody_can_use_is_rejected() => Rejected.AtSynth(() => SynthesizedDomain.Of(writers: [])).Should().Be(
        "search domain 'events': it must have administrators or a delivery stream, because otherwise nobody can use it, got neither");

    private static IEnumerable<string> Sources(string stack) =>
        Statements(stack, Trust).Select(statement => (string)statement["condition"]![1]!["values"]![0]!);

    private static IEnumerable<JsonNode> Statements(string stack, string address) =>
        SynthesizedPolicy.Of(JsonNode.Parse(stack)!, address)["statement"]!.AsArray().Select(statement => statement!);
}
