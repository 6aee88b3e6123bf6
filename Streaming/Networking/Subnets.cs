using System.Buffers.Binary;
using System.Net;
using Constructs;
using HashiCorp.Cdktf.Providers.Aws.RouteTableAssociation;
using HashiCorp.Cdktf.Providers.Aws.Subnet;

namespace Nautilus.Networking;

/// <summary>Subnets of one kind, one for each zone, with one route table.</summary>
internal sealed class Subnets : Construct
{
    private const int BitsOfNumber = 4;

    private readonly List<string> _ids = [];
    private readonly List<RouteTableAssociation> _routes = [];

    /// <param name="scope">The network, or a part of it.</param>
    /// <param name="id">The kind of the subnets.</param>
    /// <param name="vpc">The id of the VPC.</param>
    /// <param name="props">The network's addresses and zones.</param>
    /// <param name="first">The number of the subnet of zone a, of the sixteen that the network's range has.</param>
    /// <param name="routeTable">The id of the route table.</param>
    public Subnets(Construct scope, string id, string vpc, PrivateNetworkProps props, int first, string routeTable)
        : base(scope, id)
    {
        foreach (var zone in props.Zones)
        {
            var letter = zone[^1];
            var subnet = new Subnet(this, $"{letter}", new SubnetConfig
            {
                VpcId = vpc,
                CidrBlock = Part(props.Range, first + (letter - 'a')),
                AvailabilityZone = zone.Length == 1 ? $"{props.Location.Region}{zone}" : zone,
                Tags = new Dictionary<string, string> { ["Name"] = $"{Node.Path.Replace('/', '-')}-{letter}" },
            });
            _ids.Add(subnet.Id);
            _routes.Add(new RouteTableAssociation(this, $"{letter}-routes", new RouteTableAssociationConfig
            {
                SubnetId = subnet.Id,
                RouteTableId = routeTable,
            }));
        }
    }

    public IReadOnlyList<string> Ids => _ids;

    public IReadOnlyList<RouteTableAssociation> Routes => _routes;

    // By the letter of the zone and not by its place in the list, so that no subnet moves when a zone is added or removed.
    private static string Part(IPNetwork range, int number)
    {
        var length = range.PrefixLength + BitsOfNumber;
        var address = BinaryPrimitives.ReadUInt32BigEndian(range.BaseAddress.GetAddressBytes()) + ((uint)number << (32 - length));
        return $"{address >> 24}.{(address >> 16) & 255}.{(address >> 8) & 255}.{address & 255}/{length}";
    }
}
