using Nautilus.Networking;

namespace Tests.Streaming.Networking;

public sealed class RejectedNetworkTests
{
    private const string AZone = "a letter from a to h, or a zone's name, such as us-east-1a";

    [Theory]
    [InlineData("10.42.0.0/24")]
    [InlineData("10.0.0.0/8")]
    [InlineData("10.42.0.1/16")]
    [InlineData("52.70.0.0/16")]
    [InlineData("172.15.0.0/16")]
    [InlineData("fd00::/16")]
    [InlineData("mine")]
    public void A_range_that_no_network_can_have_is_rejected(string cidr) => Rejecting(props => props with { Cidr = cidr })
        .Should().Be($"network 'network': cidr must be a private range of IPv4 from /16 to /20, such as 10.42.0.0/16, got '{cidr}'");

    [Theory]
    [InlineData("a", "the number of zones must be 2 or more, got 1")]
    [InlineData("a, a", "the letters of the zones must be unique, got a, a")]
    [InlineData("a, us-east-1a", "the letters of the zones must be unique, got a, a")]
    [InlineData("a, z", $"a zone must be {AZone}, got 'z'")]
    [InlineData("a, us-east-1-bos-1b", $"a zone must be {AZone}, got 'us-east-1-bos-1b'")]
    [InlineData("a, ${var.zone}", $"a zone must be {AZone}, got '${{var.zone}}'")]
    [InlineData("us-east-1a, eu-west-1b", "the zones must be of one region, got 'us-east-1a, eu-west-1b'")]
    public void Zones_that_no_network_can_have_are_rejected(string zones, string message) =>
        Rejecting(props => props with { Zones = zones.Split(", "), EndpointZones = 1 }).Should().Be($"network 'network': {message}");

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Endpoints_in_no_zone_or_in_more_than_the_network_has_are_rejected(int zones) =>
        Rejecting(props => props with { EndpointZones = zones })
            .Should().Be($"network 'network': the number of zones with endpoints must be 1 to 3, got {zones}");

    [Fact]
    public void Two_endpoints_of_a_service_are_rejected() =>
        Rejecting(props => props with { Endpoints = [Endpoint.Logs, Endpoint.Logs with { Resources = ["*"] }] })
            .Should().Be("network 'network': the services of the endpoints must be unique, got logs, logs");

    [Fact]
    public void An_endpoint_that_every_network_has_is_rejected() =>
        Rejecting(props => props with { Endpoints = [new("s3", ["s3:GetObject"])] })
            .Should().Be("network 'network': endpoints must not be those of S3 or DynamoDB, because every network has them; got 's3'");

    [Theory]
    [InlineData("com.amazonaws/glue", "glue:GetTable",
        "the service of an endpoint must be the end of an endpoint service's name, such as kinesis-streams, got 'com.amazonaws/glue'")]
    [InlineData("glue", "glue:*", "each permission of endpoint 'glue' must be an action, such as glue:GetTable, got 'glue:*'")]
    [InlineData("glue", "*", "each permission of endpoint 'glue' must be an action, such as glue:GetTable, got '*'")]
    public void An_endpoint_for_everything_is_rejected(string service, string action, string message) =>
        Rejecting(props => props with { Endpoints = [new(service, [action])] }).Should().Be($"network 'network': {message}");

    [Fact]
    public void An_endpoint_for_no_resource_is_rejected() =>
        Rejecting(props => props with { Endpoints = [Endpoint.Logs with { Resources = [] }] })
            .Should().Be("network 'network': the resources of endpoint 'logs' must be named or left out, got none");

    private static string Rejecting(Func<PrivateNetworkProps, PrivateNetworkProps> change) =>
        Rejected.AtOnce(() => InANetwork.Synthesize(all => all.Network(change)));
}
