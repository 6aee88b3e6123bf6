using Nautilus.Warehousing;
using Tests.Streaming.Networking;

namespace Tests.Streaming.Warehousing;

/// <summary>The properties that a warehouse rejects.</summary>
public sealed class WarehouseRulesTests
{
    private const string NotAName = "must be 1 to 64 of a-z, 0-9 and '_', and begin with a letter, got";

    [Theory]
    [InlineData("no"), InlineData("Events"), InlineData("events_warehouse")]
    public void A_name_that_Redshift_refuses_is_rejected(string name) => Message(props => props with { Name = name })
        .Should().Be($"warehouse '{name}': name must be 3 to 64 of a-z, 0-9 and '-', got '{name}'");

    [Theory]
    [InlineData("dev", "database name must be different from the default, got 'dev'")]
    [InlineData("Events", $"database name {NotAName} 'Events'")]
    [InlineData("", $"database name {NotAName} ''")]
    public void The_default_database_and_a_name_that_Redshift_refuses_are_rejected(string name, string rule) =>
        Broken(props => props with { DatabaseName = name }).Should().Be(rule);

    [Theory]
    [InlineData("admin"), InlineData("awsuser"), InlineData("administrator")]
    public void An_admin_name_that_is_easy_to_guess_is_rejected(string name) => Broken(props => props with { AdminName = name })
        .Should().Be($"admin name must be hard to guess, and not admin, awsuser or administrator, got '{name}'");

    [Fact]
    public void An_admin_name_that_Redshift_refuses_is_rejected() =>
        Broken(props => props with { AdminName = "Owner" }).Should().Be($"admin name {NotAName} 'Owner'");

    [Theory]
    [InlineData(0), InlineData(9), InlineData(520)]
    public void An_impossible_base_capacity_is_rejected(int units) =>
        Broken(props => props with { BaseCapacity = units, MaxCapacity = 512 })
            .Should().StartWith($"base capacity must be 8 to 512 RPUs in steps of 8, got {units}");

    [Theory]
    [InlineData(16), InlineData(33), InlineData(520)]
    public void An_impossible_max_capacity_is_rejected(int units) => Broken(props => props with { BaseCapacity = 24, MaxCapacity = units })
        .Should().Be($"max capacity must be 24 to 512 RPUs in steps of 8, got {units}");

    [Theory]
    [InlineData(5430), InlineData(5456), InlineData(8190), InlineData(8216), InlineData(443)]
    public void A_port_that_Redshift_refuses_is_rejected(int port) => Broken(props => props with { Port = port })
        .Should().Be($"port must be 5431 to 5455 or 8191 to 8215, got {port}");

    [Theory]
    [InlineData("0.0.0.0/0"), InlineData("52.70.63.193/27"), InlineData("Firehose")]
    public void Addresses_that_are_not_a_small_range_are_rejected(string range) =>
        Broken(props => props with { ReachableByFirehose = true, FirehoseCidr = range }).Should().Be(
            $"the addresses of Firehose must be a CIDR block of 256 addresses or fewer, such as 52.70.63.192/27, got '{range}'");

    [Fact]
    public void Addresses_of_Firehose_are_rejected_if_Firehose_can_not_reach_the_warehouse() =>
        Broken(props => props with { FirehoseCidr = "52.70.63.192/27" })
            .Should().Be("the addresses of Firehose must be null unless ReachableByFirehose is set, got '52.70.63.192/27'");

    [Fact]
    public void A_network_of_two_zones_is_rejected() =>
        Rejected.AtOnce(() => InANetwork.Synthesize(all => all.Warehouse(all.Network(props => props with { Zones = ["a", "b"] }))))
            .Should().Be("warehouse 'events-warehouse': the number of zones of its network must be 3 or more, got 2");

    private static string Broken(Func<WarehouseProps, WarehouseProps> change) =>
        Message(change).Replace("warehouse 'events-warehouse': ", "", StringComparison.Ordinal);

    private static string Message(Func<WarehouseProps, WarehouseProps> change) => Rejected.AtOnce(() => SynthesizedWarehouse.Of(change));
}
