using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.InternetGateway;
using HashiCorp.Cdktf.Providers.Aws.RouteTable;
using Nautilus.Foundations;

namespace Nautilus.Networking;

/// <summary>Subnets that one range of the internet reaches.</summary>
internal sealed class ReachableSubnets : Construct
{
    private const int AfterThePrivateOnes = 8;

    public ReachableSubnets(Construct scope, string id, string vpc, PrivateNetworkProps props, Location here, string range)
        : base(scope, id)
    {
        var gateway = new InternetGateway(this, "gateway", new InternetGatewayConfig { VpcId = vpc });
        RouteTable = new RouteTable(this, "routes", new RouteTableConfig
        {
            VpcId = vpc,
            Route = new[] { new RouteTableRoute { CidrBlock = range, GatewayId = gateway.Id } },
        }).Id;
        var subnets = new Subnets(this, "subnet", vpc, props, here, AfterThePrivateOnes, RouteTable);
        Ids = subnets.Ids;
        Ready = [gateway, .. subnets.Routes];
    }

    public IReadOnlyList<string> Ids { get; }

    public string RouteTable { get; }

    /// <summary>What stands in them depends on it: it has an address of the internet, which must go before the gateway.</summary>
    public ITerraformDependable[] Ready { get; }
}
