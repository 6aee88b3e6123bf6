using Nautilus.Access;
using Nautilus.Foundations;
using Nautilus.Testing.CloudWatch;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Warehousing;

public sealed class WarehouseTests
{
    private const string KeyArn = "${aws_kms_key.key.arn}";
    private const string KeyRegion = "${element(split(\":\", aws_kms_key.key.arn), 3)}";

    [Fact]
    public void A_warehouse_is_encrypted_manages_its_password_and_logs_its_connections()
    {
        var stack = SynthesizedWarehouse.Of();

        stack.Should().HaveResource(SynthesizedWarehouse.Namespace, new
        {
            namespace_name = "events-warehouse", db_name = "events", admin_username = "events_owner", admin_user_password = (string?)null,
            manage_admin_password = true, admin_password_secret_kms_key_id = KeyArn, kms_key_id = KeyArn,
            log_exports = new[] { "connectionlog", "useractivitylog", "userlog" },
            lifecycle = new { prevent_destroy = false },
        });
        stack.Should().HaveResource("aws_cloudwatch_log_group.warehouse_userlog_1925BBB2",
            new { name = "/aws/redshift/events-warehouse/userlog" });
        SynthesizedWarehouse.Of(props => props with { PreventDestroy = true })
            .Should().HaveResource(SynthesizedWarehouse.Namespace, new { lifecycle = new { prevent_destroy = true } });
    }

    [Fact]
    public void Only_TLS_is_allowed_and_all_parameters_are_set()
    {
        var workgroup = SynthesizedWarehouse.Resources(SynthesizedWarehouse.Of(), "aws_redshiftserverless_workgroup")["warehouse"]!;
        var parameters = workgroup["config_parameter"]!.AsArray();

        parameters.Should().HaveCount(9);
        parameters.Should().ContainSingle(parameter => (string)parameter!["parameter_key"]! == "require_ssl")
            .Which!["parameter_value"]!.ToString().Should().Be("true");
    }

    [Fact]
    public void Firehose_may_read_the_secret_and_no_more()
    {
        var stack = SynthesizedWarehouse.Of(use: warehouse =>
        {
            var role = new ServiceRole(warehouse, "delivery", Caller.Firehose("delivery"), warehouse.Location, "load a warehouse");
            warehouse.GrantToFirehose(role);
        });

        stack.Should().HavePolicy("aws_iam_policy.warehouse_delivery_policy_8EFA4933", new
        {
            statement = new object[]
            {
                new { actions = new[] { "secretsmanager:GetSecretValue" }, resources = new[] { SynthesizedWarehouse.Secret } },
                new
                {
                    actions = new[] { "kms:Decrypt" },
                    resources = new[] { KeyArn },
                    condition = new[]
                    {
                        new { variable = "kms:ViaService", values = new[] { $"secretsmanager.{KeyRegion}.amazonaws.com" } },
                        new { variable = "kms:EncryptionContext:SecretARN", values = new[] { SynthesizedWarehouse.Secret } },
                    },
                },
            },
        });
    }

    [Fact]
    public void Firehose_connects_by_JDBC_and_waits_for_the_tables() => SynthesizedWarehouse.Of(use: warehouse =>
    {
        warehouse.AddTable("events", [new("id", "VARCHAR(64)")]);
        warehouse.JdbcUrl.Should().MatchRegex(@"^jdbc:redshift://\$\{[^}]+\}:5440/events\z");
        warehouse.Ready.Should().HaveCount(2);
    });

    [Theory, InlineData(false), InlineData(true)]
    public void A_delivery_stream_can_load_only_a_reachable_warehouse(bool isReachable) => SynthesizedWarehouse.Of(
        props => props with { ReachableByFirehose = isReachable },
        warehouse => warehouse.ReachableByFirehoseRule.Should().Be(Rule.That(isReachable,
            "its warehouse must be reachable by Firehose, which loads over the internet: " +
            "set ReachableByFirehose of warehouse 'events-warehouse', got false")));

    [Fact]
    public void The_three_alarms_watch_the_workgroup()
    {
        var alarms = SynthesizedAlarms.In(SynthesizedWarehouse.Of(use: warehouse => warehouse.AlarmWhenInTrouble()));

        alarms.Select(alarm => (string)alarm["alarm_name"]!).Should().BeEquivalentTo(
            "events-warehouse-queries-failing", "events-warehouse-queries-waiting", "events-warehouse-capacity-at-limit");
        alarms.Should().OnlyContain(alarm =>
            alarm.ToJsonString(null).Contains("WHERE Workgroup = \\u0027events-warehouse\\u0027", StringComparison.Ordinal)
            || (string?)alarm["dimensions"]!["Workgroup"] == "events-warehouse");
    }
}
