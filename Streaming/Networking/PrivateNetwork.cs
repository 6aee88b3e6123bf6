using Constructs;
using HashiCorp.Cdktf.Providers.Aws.DefaultSecurityGroup;
using HashiCorp.Cdktf.Providers.Aws.RouteTable;
using HashiCorp.Cdktf.Providers.Aws.Vpc;
using HashiCorp.Cdktf.Providers.Aws.VpcEndpoint;
using Nautilus.Access;
using Nautilus.Foundations;

namespace Nautilus.Networking;

/// <summary>A VPC for the parts of a pipeline that stand in one, with endpoints of the AWS services that they call.</summary>
public sealed class PrivateNetwork : Construct
{
    private readonly PrivateNetworkProps _props;
    private readonly VpcEndpoint[] _gateways;
    private readonly List<string> _routeTables = [];
    private ReachableSubnets? _reachable;

    public PrivateNetwork(Construct scope, string id, PrivateNetworkProps props)
        : base(scope, props.Checked(id))
    {
        _props = props;
        VpcId = new Vpc(this, "Default", new VpcConfig
        {
            CidrBlock = props.Cidr,
            EnableDnsSupport = true,
            EnableDnsHostnames = true,
            Tags = new Dictionary<string, string> { ["Name"] = Node.Path.Replace('/', '-') },
        }).Id;
        new DefaultSecurityGroup(this, "nobody", new DefaultSecurityGroupConfig { VpcId = VpcId });
        _routeTables.Add(new RouteTable(this, "routes", new RouteTableConfig { VpcId = VpcId }).Id);
        PrivateSubnets = [.. new Subnets(this, "private", VpcId, props, Here, first: 0, _routeTables[0]).Ids];

        _gateways = [Gateway(Endpoint.S3), Gateway(Endpoint.DynamoDb)];
        var clients = new Guard(this, "clients", VpcId, "Clients of the endpoints and of what stands in the network");
        clients.LetOut("the network", range: props.Cidr);
        clients.LetOut("S3", prefixList: S3PrefixList);
        clients.LetOut("DynamoDB", prefixList: _gateways[1].PrefixListId);
        ClientSecurityGroup = clients.Id;
        if (props.Endpoints.Count > 0)
            Call(props.Endpoints);
    }

    public string VpcId { get; }

    /// <summary>One a zone, with no way to the internet.</summary>
    public IReadOnlyList<string> PrivateSubnets { get; }

    /// <summary>What clients in the network are in: out on 443 only, to the endpoints and to what lets them in.</summary>
    public string ClientSecurityGroup { get; }

    /// <summary>The addresses of S3 in the region.</summary>
    internal string S3PrefixList => _gateways[0].PrefixListId;

    private Location Here => _props.Key.Here;

    /// <summary>One a zone, to which one range of the internet comes, and nobody else: no answer finds another way out.</summary>
    internal ReachableSubnets ReachableFrom(string range)
    {
        if (_reachable is not null)
            return _reachable;

        _reachable = new ReachableSubnets(this, "reachable", VpcId, _props, Here, range);
        _routeTables.Add(_reachable.RouteTable);
        foreach (var gateway in _gateways)
            gateway.RouteTableIds = [.. _routeTables];
        return _reachable;
    }

    private VpcEndpoint Gateway(Endpoint endpoint) => new(this, endpoint.Service, new VpcEndpointConfig
    {
        VpcId = VpcId,
        ServiceName = ServiceName(endpoint),
        VpcEndpointType = "Gateway",
        RouteTableIds = [.. _routeTables],
        Policy = PolicyOf(endpoint),
    });

    private void Call(IReadOnlyList<Endpoint> endpoints)
    {
        var guard = new Guard(this, "endpoints", VpcId, "Endpoints of AWS services");
        guard.LetIn("clients", ClientSecurityGroup);
        foreach (var endpoint in endpoints)
            new VpcEndpoint(this, endpoint.Service, new VpcEndpointConfig
            {
                VpcId = VpcId,
                ServiceName = ServiceName(endpoint),
                VpcEndpointType = "Interface",
                PrivateDnsEnabled = true,
                SubnetIds = [.. PrivateSubnets.Take(_props.EndpointZones)],
                SecurityGroupIds = [guard.Id],
                Policy = PolicyOf(endpoint),
            });
    }

    private string ServiceName(Endpoint endpoint) => $"com.amazonaws.{Here.Region}.{endpoint.Service}";

    private string PolicyOf(Endpoint endpoint) => new PolicyDocument(this, $"{endpoint.Service}-access", endpoint.Policy(Here)).Json;
}
