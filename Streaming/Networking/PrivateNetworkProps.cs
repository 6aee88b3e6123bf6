using System.Net;
using System.Text.RegularExpressions;
using Nautilus.Foundations;
using Nautilus.Keys;

namespace Nautilus.Networking;

public sealed partial record PrivateNetworkProps
{
    /// <summary>Says where the network is, and whose.</summary>
    public required CustomerKey Key { get; init; }

    /// <summary>Private addresses, <c>/16</c> to <c>/20</c>: each subnet has a sixteenth of them.</summary>
    public string Cidr { get; init; } = "10.42.0.0/16";

    /// <summary>
    /// Letters of zones of the region, or their names. Some regions lack some letters for some accounts: us-west-1 has two zones,
    /// ap-northeast-1 no b. A zone can come and go without a change of the others.
    /// </summary>
    public IReadOnlyList<string> Zones { get; init; } = ["a", "b", "c"];

    /// <summary>
    /// The services that clients call. Each costs 0.01 $ an hour in each zone that its endpoint stands in, which is about
    /// 15 $ a month for two, and 0.01 $ a GB. S3 and DynamoDB are there at no cost.
    /// </summary>
    public IReadOnlyList<Endpoint> Endpoints { get; init; } = [Endpoint.KinesisStreams, Endpoint.Firehose, Endpoint.Monitoring, Endpoint.Logs];

    /// <summary>In how many zones, of the first, endpoints stand. Clients in the others reach them, too.</summary>
    public int EndpointZones { get; init; } = 2;

    internal IPNetwork Range => IPNetwork.Parse(Cidr);

    internal string Checked(string id)
    {
        Rules.Check($"network '{id}'",
            (IPNetwork.TryParse(Cidr, out var range) && $"{range}" == Cidr && range.PrefixLength is >= 16 and <= 20 && IsPrivate(range),
                $"cidr must be a private range of IPv4 from /16 to /20, such as 10.42.0.0/16, got '{Cidr}'"),
            (Zones.Count >= 2 && Zones.All(zone => Zone().IsMatch(zone)) && Zones.DistinctBy(zone => zone[^1]).Count() == Zones.Count
                && Zones.Where(zone => zone.Length > 1).DistinctBy(zone => zone[..^1]).Count() <= 1,
                $"zones must be two or more different ones of one region, a to h or such as us-east-1a, got '{string.Join(", ", Zones)}'"),
            (EndpointZones >= 1 && EndpointZones <= Zones.Count, $"endpoints must stand in 1 to {Zones.Count} zones, got {EndpointZones}"),
            (Endpoints.DistinctBy(endpoint => endpoint.Service).Count() == Endpoints.Count,
                $"each service must have one endpoint, got '{string.Join(", ", Endpoints.Select(endpoint => endpoint.Service))}'"),
            (Endpoints.All(endpoint => !Endpoint.AreGateways(endpoint)), "S3 and DynamoDB must not be asked for: their endpoints are there already"));
        foreach (var endpoint in Endpoints)
            endpoint.Check();
        return id;
    }

    private static bool IsPrivate(IPNetwork range) =>
        new[] { "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16" }.Any(known => IPNetwork.Parse(known) is var whole
            && whole.Contains(range.BaseAddress) && whole.PrefixLength <= range.PrefixLength);

    [GeneratedRegex(@"^([a-z]{2}(-[a-z]+)+-[0-9])?[a-h]\z")]
    private static partial Regex Zone();
}
