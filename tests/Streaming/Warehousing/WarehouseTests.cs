using System.Text.Json.Nodes;
using Nautilus.Access;
using Nautilus.Testing.CloudWatch;
using Nautilus.Testing.Synth;
using Nautilus.Warehousing;
using Tests.Streaming.Networking;

namespace Tests.Streaming.Warehousing;

public sealed class WarehouseTests
{
    private const string Workgroup = "aws_redshiftserverless_workgroup.warehouse";
    private const string Namespace = "aws_redshiftserverless_namespace.warehouse_namespace_B7079888";
    private const string Secret = "${aws_redshiftserverless_namespace.warehouse_namespace_B7079888.admin_password_secret_arn}";

    private static readonly (string, string)[] Columns = [("id", "VARCHAR(64)"), ("at", "TIMESTAMP")];

    [Fact]
    public void A_warehouse_is_encrypted_keeps_its_own_password_and_tells_who_comes()
    {
        var stack = Warehouse();

        stack.Should().HaveResource(Namespace, new
        {
            namespace_name = "events-warehouse", db_name = "events", admin_username = "events_owner", admin_user_password = (string?)null,
            manage_admin_password = true, admin_password_secret_kms_key_id = "${aws_kms_key.key.arn}", kms_key_id = "${aws_kms_key.key.arn}",
            log_exports = new[] { "connectionlog", "useractivitylog", "userlog" },
            lifecycle = new { prevent_destroy = false },
        });
        stack.Should().HaveResource("aws_cloudwatch_log_group.warehouse_userlog_1925BBB2", new { name = "/aws/redshift/events-warehouse/userlog" });
        Warehouse(props => props with { PreventDestroy = true }).Should().HaveResource(Namespace, new { lifecycle = new { prevent_destroy = true } });
    }

    [Fact]
    public void Nobody_reaches_a_warehouse_by_default()
    {
        var stack = Warehouse();

        stack.Should().HaveResource(Workgroup, new
        {
            publicly_accessible = false, enhanced_vpc_routing = true, base_capacity = 8, max_capacity = 16, port = 5440,
            subnet_ids = new[] { "${aws_subnet.network_private_a_E0DBE294.id}", "${aws_subnet.network_private_b_3242A72C.id}", "${aws_subnet.network_private_c_9F3495C7.id}" },
            security_group_ids = new[] { "${aws_security_group.warehouse_access_guard_06250500.id}" },
        });
        Ingress(stack).Should().BeEmpty();
        All(stack, "aws_internet_gateway").Should().BeEmpty();
    }

    [Fact]
    public void Firehose_reaches_a_warehouse_from_its_own_addresses_over_a_route_of_their_own()
    {
        var stack = Warehouse(props => props with { ReachableByFirehose = true });
        const string firehose = "${local.warehouse_access_firehose_2670E763[element(split(\":\", aws_kms_key.key.arn), 3)]}";

        stack.Should().HaveResource(Workgroup, new
        {
            publicly_accessible = true, enhanced_vpc_routing = true,
            subnet_ids = new[]
            {
                "${aws_subnet.network_reachable_subnet_a_F689F1EE.id}", "${aws_subnet.network_reachable_subnet_b_88EAEF3D.id}", "${aws_subnet.network_reachable_subnet_c_8BD2DB69.id}",
            },
        });
        Ingress(stack).Should().Equal((firehose, "5440"));
        stack.Should().HaveResource("aws_route_table.network_reachable_routes_756A80D8", new
        {
            route = new[] { new { cidr_block = firehose, gateway_id = "${aws_internet_gateway.network_reachable_gateway_D04807A8.id}" } },
        });
        stack.Should().HaveResource("aws_subnet.network_reachable_subnet_a_F689F1EE", new { cidr_block = "10.42.128.0/20" });
        stack.Should().HaveResource("aws_vpc_endpoint.network_s3_9ABB7698", new
        {
            route_table_ids = new[] { "${aws_route_table.network_routes_8D075533.id}", "${aws_route_table.network_reachable_routes_756A80D8.id}" },
        });
    }

    [Fact]
    public void Firehose_of_a_newer_region_is_told_by_its_addresses() =>
        Ingress(Warehouse(props => props with { ReachableByFirehose = true, FirehoseCidr = "203.0.113.64/27" })).Should().Equal(("203.0.113.64/27", "5440"));

    [Fact]
    public void Firehose_has_one_small_range_in_each_region() => FirehoseAddresses.ByRegion.Values
        .Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(20).And.OnlyContain(range => System.Net.IPNetwork.Parse(range).PrefixLength == 27);

    [Fact]
    public void Only_TLS_is_spoken_and_all_parameters_are_named()
    {
        var parameters = JsonNode.Parse(Warehouse())!["resource"]!["aws_redshiftserverless_workgroup"]!["warehouse"]!["config_parameter"]!.AsArray();

        parameters.Should().HaveCount(9);
        parameters.Should().ContainSingle(parameter => (string)parameter!["parameter_key"]! == "require_ssl").Which!["parameter_value"]!.ToString().Should().Be("true");
    }

    [Fact]
    public void A_table_is_made_once_and_never_changed_by_Terraform() => Warehouse(use: warehouse => warehouse.AddTable("events", Columns))
        .Should().HaveResource("aws_redshiftdata_statement.warehouse_table-events_73A98E42", new
        {
            sql = "CREATE TABLE IF NOT EXISTS public.\"events\" (\"id\" VARCHAR(64), \"at\" TIMESTAMP)",
            database = "events",
            secret_arn = Secret,
            workgroup_name = "${aws_redshiftserverless_workgroup.warehouse.workgroup_name}",
            lifecycle = new { ignore_changes = "all", replace_triggered_by = new[] { "aws_redshiftserverless_namespace.warehouse_namespace_B7079888.namespace_id" } },
        });

    [Theory]
    [InlineData("Events", "id", "INT", "name must be 1 to 127 of a-z, 0-9 and '_', and begin with a letter, got 'Events'")]
    [InlineData("events", "Id", "INT", "a column's name must be 1 to 127 of a-z, 0-9 and '_', and begin with a letter, got 'Id'")]
    [InlineData("events", "id", "INT); DROP TABLE events; --", "column id must have a type, such as VARCHAR(64), got 'INT); DROP TABLE events; --'")]
    [InlineData("events", "id", "", "column id must have a type, such as VARCHAR(64), got ''")]
    [InlineData("events", "at", "INT", "its columns must have different names, got at, at")]
    public void A_table_that_is_none_is_rejected(string table, string column, string type, string rule) =>
        FluentActions.Invoking(() => new TableSql(table, [("at", "TIMESTAMP"), (column, type)]).CreateIfMissing)
            .Should().ThrowExactly<ArgumentException>().WithMessage($"table '{table}': {rule}");

    [Fact]
    public void A_table_without_columns_is_rejected() => FluentActions.Invoking(() => new TableSql("events", []).CreateIfMissing)
        .Should().ThrowExactly<ArgumentException>().WithMessage("table 'events': it must have 1 to 1600 columns, got 0");

    [Theory]
    [InlineData("VARCHAR(64)"), InlineData("varchar(max)"), InlineData("VARCHAR(MAX)"), InlineData("NUMERIC(18, 4)"), InlineData("DOUBLE PRECISION"), InlineData("INT8")]
    [InlineData("TIMESTAMP"), InlineData("TIMESTAMP WITHOUT TIME ZONE"), InlineData("SUPER"), InlineData("BIGINT NOT NULL")]
    public void Types_of_Redshift_are_taken(string type) => new TableSql("events", [("at", type)]).CreateIfMissing.Should().EndWith($"\"at\" {type})");

    [Fact]
    public void Firehose_logs_in_by_the_secret_and_does_no_more()
    {
        var stack = Warehouse(use: warehouse =>
        {
            var role = new ServiceRole(warehouse, "delivery", Caller.Firehose("delivery"), warehouse.Here, "load a warehouse");
            warehouse.GrantToFirehose(role);
        });

        stack.Should().HaveData("aws_iam_policy_document.warehouse_delivery_permissions_93BFDC6F", new
        {
            statement = new object[]
            {
                new { actions = new[] { "secretsmanager:GetSecretValue" }, resources = new[] { Secret } },
                new
                {
                    actions = new[] { "kms:Decrypt" }, resources = new[] { "${aws_kms_key.key.arn}" },
                    condition = new[]
                    {
                        new { variable = "kms:ViaService", values = new[] { "secretsmanager.${element(split(\":\", aws_kms_key.key.arn), 3)}.amazonaws.com" } },
                        new { variable = "kms:EncryptionContext:SecretARN", values = new[] { Secret } },
                    },
                },
            },
        });
    }

    [Fact]
    public void Firehose_connects_by_JDBC_and_waits_for_the_tables() => Warehouse(use: warehouse =>
    {
        warehouse.AddTable("events", Columns);
        warehouse.JdbcUrl.Should().MatchRegex(@"^jdbc:redshift://\$\{[^}]+\}:5440/events\z");
        warehouse.Ready.Should().HaveCount(2);
    });

    [Fact]
    public void A_delivery_stream_that_could_never_load_it_is_rejected()
    {
        FluentActions.Invoking(() => Warehouse(use: warehouse => warehouse.CheckReachable("delivery"))).Should().ThrowExactly<ArgumentException>().WithMessage(
            "delivery stream 'delivery': its warehouse must be reachable by Firehose, which loads over the internet: set ReachableByFirehose of warehouse 'events-warehouse', got false");
        Warehouse(props => props with { ReachableByFirehose = true }, use: warehouse => warehouse.CheckReachable("delivery"));
    }

    [Fact]
    public void Alarms_are_few_and_of_the_workgroup()
    {
        var alarms = SynthesizedAlarms.In(Warehouse(use: warehouse => warehouse.AlarmWhenInTrouble()));

        alarms.Select(alarm => (string)alarm["alarm_name"]!).Should().BeEquivalentTo(
            "events-warehouse-queries-failing", "events-warehouse-queries-waiting", "events-warehouse-capacity-at-limit");
        alarms.Should().OnlyContain(alarm => alarm.ToJsonString(null).Contains("WHERE Workgroup = \\u0027events-warehouse\\u0027", StringComparison.Ordinal)
            || (string?)alarm["dimensions"]!["Workgroup"] == "events-warehouse");
    }

    [Theory]
    [InlineData("no"), InlineData("Events"), InlineData("events_warehouse")]
    public void A_name_that_Redshift_refuses_is_rejected(string name) => Rejected(props => props with { Name = name })
        .Should().Be($"warehouse '{name}': name must be 3 to 64 of a-z, 0-9 and '-', got '{name}'");

    [Theory]
    [InlineData("dev"), InlineData("Events"), InlineData("")]
    public void A_database_that_is_everybodys_is_rejected(string name) => Rule(props => props with { DatabaseName = name })
        .Should().Be($"database name must be 1 to 64 of a-z, 0-9 and '_', begin with a letter and not be dev, got '{name}'");

    [Theory]
    [InlineData("admin"), InlineData("awsuser"), InlineData("administrator"), InlineData("Owner")]
    public void A_user_that_is_guessed_first_is_rejected(string name) => Rule(props => props with { AdminName = name })
        .Should().Be($"admin name must be 1 to 64 of a-z, 0-9 and '_', begin with a letter and be none that is guessed first, got '{name}'");

    [Theory]
    [InlineData(0), InlineData(9), InlineData(520)]
    public void A_capacity_that_can_not_be_is_rejected(int units) => Rule(props => props with { BaseCapacity = units, MaxCapacity = 512 })
        .Should().StartWith($"base capacity must be 8 to 512 RPUs in steps of 8, got {units}");

    [Theory]
    [InlineData(16), InlineData(33), InlineData(520)]
    public void A_limit_that_is_none_is_rejected(int units) => Rule(props => props with { BaseCapacity = 24, MaxCapacity = units })
        .Should().Be($"max capacity must be 24 to 512 RPUs in steps of 8, got {units}");

    [Theory]
    [InlineData(5430), InlineData(5456), InlineData(8190), InlineData(8216), InlineData(443)]
    public void A_port_that_Redshift_refuses_is_rejected(int port) => Rule(props => props with { Port = port })
        .Should().Be($"port must be 5431 to 5455 or 8191 to 8215, got {port}");

    [Theory]
    [InlineData("0.0.0.0/0"), InlineData("52.70.63.193/27"), InlineData("Firehose")]
    public void Addresses_that_are_not_Firehoses_are_rejected(string range) => Rule(props => props with { ReachableByFirehose = true, FirehoseCidr = range })
        .Should().Be($"Firehose's addresses must be one small range, such as 52.70.63.192/27, got '{range}'");

    [Fact]
    public void Addresses_without_a_way_are_rejected() => Rule(props => props with { FirehoseCidr = "52.70.63.192/27" })
        .Should().Be("Firehose's addresses must not be given to a warehouse that Firehose does not reach");

    [Fact]
    public void A_network_of_two_zones_is_rejected() =>
        FluentActions.Invoking(() => InANetwork.Synthesize(all => all.Warehouse(all.Network(props => props with { Zones = ["a", "b"] }))))
            .Should().ThrowExactly<ArgumentException>().WithMessage("warehouse 'events-warehouse': its network must have three zones, got 2");

    private static string Rule(Func<WarehouseProps, WarehouseProps> change) => Rejected(change).Replace("warehouse 'events-warehouse': ", "", StringComparison.Ordinal);

    private static string Rejected(Func<WarehouseProps, WarehouseProps> change) =>
        FluentActions.Invoking(() => Warehouse(change)).Should().ThrowExactly<ArgumentException>().Which.Message;

    private static string Warehouse(Func<WarehouseProps, WarehouseProps>? change = null, Action<Warehouse>? use = null) => InANetwork.Synthesize(all =>
    {
        var warehouse = all.Warehouse(all.Network(), change);
        use?.Invoke(warehouse);
    });

    private static IEnumerable<(string?, string?)> Ingress(string stack) =>
        from rule in All(stack, "aws_vpc_security_group_ingress_rule")
        where rule.Key.StartsWith("warehouse_", StringComparison.Ordinal)
        select ((string?)rule.Value!["cidr_ipv4"], rule.Value["from_port"]!.ToString());

    private static JsonObject All(string stack, string type) => JsonNode.Parse(stack)!["resource"]![type]?.AsObject() ?? [];
}
