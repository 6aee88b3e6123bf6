using Constructs;
using HashiCorp.Cdktf.Providers.Aws.DefaultSecurityGroup;
using HashiCorp.Cdktf.Providers.Aws.RouteTable;
using HashiCorp.Cdktf.Providers.Aws.Vpc;
using HashiCorp.Cdktf.Providers.Aws.VpcEndpoint;
using Nautilus.Access;
using Nautilus.Foundations;

namespace Nautilus.Networking;

/// <summary>A VPC without a route to the internet, with endpoints of the AWS services that its clients call.</summary>
public sealed class PrivateNetwork : Construct
{
    private readonly PrivateNetworkProps _props;
    private readonly List<string> _routeTables = [];
    private readonly VpcEndpoint _s3;
    private ReachableSubnets? _reachable;

    /// <param name="scope">The stack.</param>
    /// <param name="id">The construct's id. It is a part of the addresses in Terraform's state.</param>
    /// <param name="props">The network.</param>
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
        var routes = new RouteTable(this, "routes", new RouteTableConfig { VpcId = VpcId }).Id;
        _routeTables.Add(routes);
        PrivateSubnets = [.. new Subnets(this, "private", VpcId, props, first: 0, routes).Ids];

        _s3 = Gateway(Endpoint.S3);
        var dynamoDb = Gateway(Endpoint.DynamoDb);
        var clients = new Guard(this, "clients", VpcId, "Clients of the endpoints and of what stands in the network");
        clients.LetOut("the network", range: props.Cidr);
        clients.LetOut("S3", prefixList: S3PrefixList);
        clients.LetOut("DynamoDB", prefixList: dynamoDb.PrefixListId);
        ClientSecurityGroup = clients.Id;
        if (props.Endpoints.Count > 0)
            AddInterfaces(props.Endpoints);
    }

    /// <summary>The id of the VPC.</summary>
    public string VpcId { get; }

    /// <summary>The ids of the subnets without a route to the internet, one for each zone.</summary>
    public IReadOnlyList<string> PrivateSubnets { get; }

    /// <summary>
    /// The id of the security group of the clients. It lets them out on port 443 only: to the network, S3 and DynamoDB. The endpoints let
    /// this group in.
    /// </summary>
    public string ClientSecurityGroup { get; }

    /// <summary>The addresses of S3 in the region.</summary>
    internal string S3PrefixList => _s3.PrefixListId;

    /// <summary>Subnets with a route to and from one range of the internet, one for each zone. A network has them once.</summary>
    internal ReachableSubnets ReachableFrom(string range)
    {
        if (_reachable is not null)
            return _reachable;

        _reachable = new ReachableSubnets(this, "reachable", VpcId, _props, range);
        _routeTables.Add(_reachable.RouteTable);
        return _reachable;
    }

    private VpcEndpoint Gateway(Endpoint endpoint) => new(this, endpoint.Service, new VpcEndpointConfig
    {
        VpcId = VpcId,
        ServiceName = ServiceName(endpoint),
        VpcEndpointType = "Gateway",
        RouteTableIds = AtSynth.Texts(() => [.. _routeTables]),
        Policy = PolicyOf(endpoint),
    });

    private void AddInterfaces(IReadOnlyList<Endpoint> endpoints)
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

    private string ServiceName(Endpoint endpoint) => $"com.amazonaws.{_props.Location.Region}.{endpoint.Service}";

    private string PolicyOf(Endpoint endpoint) =>
        new PolicyDocument(endpoint.Policy(_props.Location)).Json;
}
