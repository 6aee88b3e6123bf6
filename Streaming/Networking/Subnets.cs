using System.Buffers.Binary;
using System.Net;
using Constructs;
using HashiCorp.Cdktf.Providers.Aws.RouteTableAssociation;
using HashiCorp.Cdktf.Providers.Aws.Subnet;
using Nautilus.Foundations;

namespace Nautilus.Networking;

/// <summary>A subnet a zone, by one table of routes.</summary>
internal sealed class Subnets : Construct
{
    private const int BitsOfNumber = 4;

    /// <param name="scope">The network, or a part of it.</param>
    /// <param name="id">What kind of subnets they are.</param>
    /// <param name="vpc">The network's own id.</param>
    /// <param name="props">The network's addresses and zones.</param>
    /// <param name="here">Where the network is.</param>
    /// <param name="first">The number of zone a's subnet, of the sixteen that the network's range has.</param>
    /// <param name="routes">The table of routes.</param>
    public Subnets(Construct scope, string id, string vpc, PrivateNetworkProps props, Location here, int first, string routes)
        : base(scope, id)
    {
        var made = props.Zones.Select(zone =>
        {
            var letter = $"{zone[^1]}";
            var subnet = new Subnet(this, letter, new SubnetConfig
            {
                VpcId = vpc,
                CidrBlock = Part(props.Range, first + (zone[^1] - 'a')),
                AvailabilityZone = zone.Length == 1 ? $"{here.Region}{zone}" : zone,
                Tags = new Dictionary<string, string> { ["Name"] = $"{Node.Path.Replace('/', '-')}-{letter}" },
            });
            return (subnet.Id, Route: new RouteTableAssociation(this, $"{letter}-routes", new RouteTableAssociationConfig { SubnetId = subnet.Id, RouteTableId = routes }));
        }).ToArray();
        Ids = [.. made.Select(subnet => subnet.Id)];
        Routes = [.. made.Select(subnet => subnet.Route)];
    }

    public IReadOnlyList<string> Ids { get; }

    public IReadOnlyList<RouteTableAssociation> Routes { get; }

    // By the zone's letter, not by its place in the list, so that no subnet moves when another comes or goes.
    private static string Part(IPNetwork range, int number)
    {
        var length = range.PrefixLength + BitsOfNumber;
        var address = BinaryPrimitives.ReadUInt32BigEndian(range.BaseAddress.GetAddressBytes()) + ((uint)number << (32 - length));
        return $"{address >> 24}.{(address >> 16) & 255}.{(address >> 8) & 255}.{address & 255}/{length}";
    }
}
