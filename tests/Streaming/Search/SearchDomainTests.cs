using System.Text.Json.Nodes;
using Nautilus.Review.Access;
using Nautilus.Search;
using Nautilus.Testing.CloudWatch;
using Nautilus.Testing.Synth;
using Tests.Streaming.Networking;

namespace Tests.Streaming.Search;

public sealed class SearchDomainTests
{
    private const string Here = "${element(split(\":\", aws_kms_key.key.arn), 3)}:${element(split(\":\", aws_kms_key.key.arn), 4)}";
    private const string Administrator = "arn:aws:iam::111122223333:role/search-admin";
    private const string Domain = "aws_opensearch_domain.search";
    private const string Role = "search_role_89056CFC";
    private const string Trust = "aws_iam_policy_document.search_role_trust_F7BF74EA";

    private static readonly SearchProfile[] Profiles = [SearchProfile.Small, SearchProfile.Production()];

    [Fact]
    public void A_domain_is_encrypted_closed_and_lets_in_its_own_role_only() => Search().Should().HaveResource(Domain, new
    {
        domain_name = "events",
        engine_version = "OpenSearch_3.3",
        encrypt_at_rest = new { enabled = true, kms_key_id = "${aws_kms_key.key.arn}" },
        node_to_node_encryption = new { enabled = true },
        domain_endpoint_options = new { enforce_https = true, tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10" },
        advanced_security_options = new
        {
            enabled = true, internal_user_database_enabled = false, master_user_options = new { master_user_arn = $"${{aws_iam_role.{Role}.arn}}" },
        },
        access_policies = "${data.aws_iam_policy_document.search_access_59618709.json}",
        vpc_options = new { security_group_ids = new[] { "${aws_security_group.search_guard_3AC36D95.id}" } },
    });

    [Fact]
    public void A_small_domain_is_one_node_in_one_zone() => Search().Should().HaveResource(Domain, new
    {
        cluster_config = new { instance_type = "t3.small.search", instance_count = 1, dedicated_master_enabled = false, zone_awareness_enabled = false },
        ebs_options = new { ebs_enabled = true, volume_type = "gp3", volume_size = 10 },
        auto_tune_options = new { desired_state = "DISABLED" },
        vpc_options = new { subnet_ids = new[] { "${aws_subnet.network_private_a_E0DBE294.id}" } },
    });

    [Fact]
    public void A_domain_for_production_stands_in_three_zones_with_three_masters() =>
        Search(props => props with { Profile = SearchProfile.Production(6, "r7g.xlarge.search", 200) }).Should().HaveResource(Domain, new
        {
            cluster_config = new
            {
                instance_type = "r7g.xlarge.search", instance_count = 6,
                dedicated_master_enabled = true, dedicated_master_type = "m7g.large.search", dedicated_master_count = 3,
                zone_awareness_enabled = true, zone_awareness_config = new { availability_zone_count = 3 },
            },
            ebs_options = new { volume_size = 200 },
            auto_tune_options = new { desired_state = "ENABLED", use_off_peak_window = true },
            vpc_options = new
            {
                subnet_ids = new[] { "${aws_subnet.network_private_a_E0DBE294.id}", "${aws_subnet.network_private_b_3242A72C.id}", "${aws_subnet.network_private_c_9F3495C7.id}" },
            },
        });

    [Fact]
    public void A_domain_is_kept_unless_it_may_go()
    {
        Search().Should().HaveResource(Domain, new { lifecycle = new { prevent_destroy = false } });
        Search(props => props with { PreventDestroy = true }).Should().HaveResource(Domain, new { lifecycle = new { prevent_destroy = true } });
    }

    [Fact]
    public void Clients_of_the_network_come_in_over_TLS_and_nobody_else() => Rules(Search(), "search_guard").Should().Equal(
        ("${aws_security_group.network_clients_285188DC.id}", "443"));

    [Fact]
    public void Only_the_domain_writes_its_four_logs()
    {
        var stack = Search();

        JsonNode.Parse(stack)!["resource"]!["aws_opensearch_domain"]!["search"]!["log_publishing_options"]!.AsArray().Select(log => (string)log!["log_type"]!)
            .Should().Equal("ES_APPLICATION_LOGS", "AUDIT_LOGS", "INDEX_SLOW_LOGS", "SEARCH_SLOW_LOGS");
        stack.Should().HaveData("aws_iam_policy_document.search_logs_access_7F1FD331", new
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
                        new { variable = "aws:SourceArn", values = new[] { $"arn:${{element(split(\":\", aws_kms_key.key.arn), 1)}}:es:{Here}:domain/events" } },
                    },
                },
            },
        });
    }

    [Fact]
    public void Delivery_streams_take_the_role_one_by_one() =>
        Sources(Search(writers: ["first", "second", "second"])).Should().Equal(
            $"arn:${{element(split(\":\", aws_kms_key.key.arn), 1)}}:firehose:{Here}:deliverystream/first",
            $"arn:${{element(split(\":\", aws_kms_key.key.arn), 1)}}:firehose:{Here}:deliverystream/second");

    [Fact]
    public void More_delivery_streams_than_a_trust_policy_names_are_rejected() =>
        FluentActions.Invoking(() => Search(writers: [.. Enumerable.Range(1, 20).Select(number => $"delivery-{number}")])).Should().ThrowExactly<ArgumentException>()
            .Which.Message.Should().MatchRegex(@"^role 'role': its trust policy must be 2048 characters at most, got about \d+; let fewer take it\z");

    [Fact]
    public void Firehose_may_write_documents_and_join_the_network_and_no_more()
    {
        var stack = Search();
        var policy = Grants.Of(stack).PoliciesOf(Role).Single();

        ActionTable.Current.Complaints(policy).Should().BeEmpty();
        policy.Statements.SelectMany(statement => statement.Actions).Should().BeEquivalentTo(
            "es:DescribeDomain", "es:DescribeDomainConfig", "es:DescribeDomains", "es:ESHttpGet", "es:ESHttpGet", "es:ESHttpPost", "es:ESHttpPut",
            "ec2:CreateNetworkInterface", "ec2:CreateNetworkInterfacePermission", "ec2:DeleteNetworkInterface", "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcAttribute", "ec2:DescribeVpcs");
    }

    [Fact]
    public void Administrators_of_the_account_take_the_role_too()
    {
        var stack = Search(props => props with { Administrators = [Administrator] });

        stack.Should().HaveData(Trust, new
        {
            statement = new object[]
            {
                new
                {
                    sid = "TakeRoleAsAdministrator",
                    principals = new[] { new { type = "AWS", identifiers = new[] { Administrator } } },
                    condition = new[] { new { variable = "aws:PrincipalAccount", values = new[] { "${element(split(\":\", aws_kms_key.key.arn), 4)}" } } },
                },
                new { sid = "TakeRole" },
            },
        });
        var policy = Grants.Of(stack).PoliciesOf(Role).Single();
        ActionTable.Current.Complaints(policy).Should().BeEmpty();
        policy.Statements[0].Actions.Should().Equal("es:ESHttpDelete", "es:ESHttpGet", "es:ESHttpHead", "es:ESHttpPatch", "es:ESHttpPost", "es:ESHttpPut");
    }

    [Fact]
    public void A_domain_of_administrators_alone_is_one() =>
        Grants.Of(Search(props => props with { Administrators = [Administrator] }, writers: [])).PoliciesOf(Role).Single().Statements.Should().ContainSingle();

    [Fact]
    public void The_access_policy_is_no_wider_than_the_role()
    {
        var stack = JsonNode.Parse(Search(props => props with { Administrators = [Administrator] }))!["data"]!["aws_iam_policy_document"]!;
        var role = stack["search_role_permissions_EDFC96FF"]!["statement"]!.AsArray().Select(statement => Bare(statement!)).ToArray();

        stack["search_access_59618709"]!["statement"]!.AsArray().Should().NotBeEmpty()
            .And.AllSatisfy(statement => role.Should().Contain(Bare(statement!)));
        static string Bare(JsonNode statement) => new JsonObject { ["actions"] = statement["actions"]!.DeepClone(), ["resources"] = statement["resources"]!.DeepClone() }.ToJsonString();
    }

    [Fact]
    public void A_domain_that_nobody_can_use_is_rejected() => FluentActions.Invoking(() => Search(writers: [])).Should().Throw<Exception>()
        .WithMessage("*search domain 'events': somebody must be able to use it: give it administrators, or a delivery stream, got neither*");

    [Theory]
    [InlineData(0, "red", "writes-blocked", "key-lost", "disk-filling", "memory-short", "busy", "no-backup")]
    [InlineData(1, "red", "writes-blocked", "key-lost", "disk-filling", "memory-short", "busy", "no-backup", "yellow", "headless")]
    public void Alarms_fit_the_profile(int profile, params string[] expected) =>
        SynthesizedAlarms.In(Observed(Profiles[profile])).Select(alarm => (string)alarm["alarm_name"]!).Should().BeEquivalentTo(expected.Select(name => $"events-{name}"));

    [Fact]
    public void Every_metric_of_an_alarm_names_the_domain_and_its_account() =>
        SynthesizedAlarms.In(Observed(SearchProfile.Production()))
            .SelectMany(alarm => alarm["metric_query"]?.AsArray().Select(query => query!["metric"]?["dimensions"]).OfType<JsonNode>() ?? [alarm["dimensions"]!])
            .Should().HaveCount(10).And.OnlyContain(dimensions => (string)dimensions["DomainName"]! == "events" && (string)dimensions["ClientId"]! == "${element(split(\":\", aws_kms_key.key.arn), 4)}");

    [Fact]
    public void A_disk_fills_by_its_own_size() => Observed(SearchProfile.Small).Should().HaveResource("aws_cloudwatch_metric_alarm.search_disk-filling_D88B520F", new
    {
        threshold = 75,
        metric_query = new object[]
        {
            new { id = "result", expression = "100 - 100 * free / 10240" },
            new { id = "free", metric = new { metric_name = "FreeStorageSpace", stat = "Minimum" } },
        },
    });

    [Theory]
    [InlineData("no")]
    [InlineData("Events")]
    [InlineData("1events")]
    [InlineData("a-name-of-more-than-28-letters")]
    public void A_name_that_OpenSearch_refuses_is_rejected(string name) => Rejected(props => props with { Name = name })
        .Should().Be($"search domain '{name}': name must be 3 to 28 of a-z, 0-9 and '-', and begin with a letter, got '{name}'");

    [Fact]
    public void An_engine_that_is_none_is_rejected() => Rejected(props => props with { EngineVersion = "2.19" })
        .Should().Be("search domain 'events': engine version must be one of OpenSearch's, such as OpenSearch_3.3, got '2.19'");

    [Fact]
    public void Administrators_that_are_no_roles_are_rejected() => Rejected(props => props with { Administrators = [Administrator, "arn:aws:iam::111122223333:root"] })
        .Should().Be($"search domain 'events': administrators must be ARNs of roles, such as arn:aws:iam::111122223333:role/search-admin, got '{Administrator}, arn:aws:iam::111122223333:root'");

    [Theory]
    [InlineData(4, "r7g.large.search", 100, "m7g.large.search", "nodes must be 3 to 1002 and a multiple of 3, got 4")]
    [InlineData(0, "r7g.large.search", 100, "m7g.large.search", "nodes must be 3 to 1002 and a multiple of 3, got 0")]
    [InlineData(3, "t3.medium.search", 100, "m7g.large.search", "node type must be one of OpenSearch's, such as r7g.large.search, and none of t2 or t3, got 't3.medium.search'")]
    [InlineData(3, "r7g.large.search", 100, "m7g.large", "master type must be one of OpenSearch's, such as r7g.large.search, and none of t2 or t3, got 'm7g.large'")]
    [InlineData(3, "r7g.large.search", 9, "m7g.large.search", "each node must have 10 to 24576 GiB, got 9")]
    public void A_cluster_that_can_not_be_is_rejected(int nodes, string type, int gib, string master, string rule) =>
        Rejected(props => props with { Profile = SearchProfile.Production(nodes, type, gib, master) }).Should().Be($"search domain 'events': {rule}");

    [Fact]
    public void Three_zones_need_a_network_of_three() => Rejected(props => props with { Profile = SearchProfile.Production() }, zones: ["a", "b"])
        .Should().Be("search domain 'events': its network must have 3 zones for this profile, got 2");

    private static IEnumerable<string> Sources(string stack) =>
        from statement in JsonNode.Parse(stack)!["data"]!["aws_iam_policy_document"]!["search_role_trust_F7BF74EA"]!["statement"]!.AsArray()
        select (string)statement!["condition"]![1]!["values"]![0]!;

    private static IEnumerable<(string?, string?)> Rules(string stack, string guard) =>
        from rule in JsonNode.Parse(stack)!["resource"]!["aws_vpc_security_group_ingress_rule"]!.AsObject()
        where rule.Key.StartsWith(guard, StringComparison.Ordinal)
        select ((string?)rule.Value!["referenced_security_group_id"], rule.Value["from_port"]!.ToString());

    private static string Observed(SearchProfile profile) => InANetwork.Synthesize(all =>
    {
        var domain = all.Domain(all.Network(), props => props with { Profile = profile });
        domain.WriterFor("delivery", "events");
        domain.AlarmWhenInTrouble();
    });

    private static string Search(Func<SearchDomainProps, SearchDomainProps>? change = null, string[]? writers = null, string[]? zones = null) => InANetwork.Synthesize(all =>
    {
        var domain = all.Domain(all.Network(props => props with { Zones = zones ?? props.Zones }), change);
        foreach (var writer in writers ?? ["delivery"])
            domain.WriterFor(writer, "events");
    });

    private static string Rejected(Func<SearchDomainProps, SearchDomainProps> change, string[]? zones = null) =>
        FluentActions.Invoking(() => Search(change, zones: zones)).Should().ThrowExactly<ArgumentException>().Which.Message;
}
