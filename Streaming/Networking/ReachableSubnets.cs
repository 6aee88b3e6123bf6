using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.InternetGateway;
using HashiCorp.Cdktf.Providers.Aws.RouteTable;

namespace Nautilus.Networking;

/// <summary>Subnets with a route to and from one range of the internet.</summary>
internal sealed class ReachableSubnets : Construct
{
    private const int AfterThePrivateOnes = 8;

    public ReachableSubnets(Construct scope, string id, string vpc, PrivateNetworkProps props, string range)
        : base(scope, id)
    {
        var gateway = new InternetGateway(this, "gateway", new InternetGatewayConfig { VpcId = vpc });
        RouteTable = new RouteTable(this, "routes", new RouteTableConfig
        {
            VpcId = vpc,
            Route = new[] { new RouteTableRoute { CidrBlock = range, GatewayId = gateway.Id } },
        }).Id;
        var subnets = new Subnets(this, "subnet", vpc, props, AfterThePrivateOnes, RouteTable);
        Ids = subnets.Ids;
        Ready = [gateway, .. subnets.Routes];
    }

    public IReadOnlyList<string> Ids { get; }

    public string RouteTable { get; }

    /// <summary>
    /// Resources in these subnets depend on this. They have public addresses, which must be released before the gateway can be destroyed.
    /// </summary>
    public ITerraformDependable[] Ready { get; }
}
