using System.Net;
using Nautilus.Foundations;

namespace Nautilus.Networking;

/// <summary>A <see cref="PrivateNetwork"/>.</summary>
public sealed record PrivateNetworkProps
{
    private static readonly IPNetwork[] PrivateRanges =
        [IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16")];

    /// <summary>The partition, the region and the account of the stack's provider, such as <c>key.Location</c>.</summary>
    public required Location Location { get; init; }

    /// <summary>A private range of IPv4, <c>/16</c> to <c>/20</c>. Each subnet gets a sixteenth of the range.</summary>
    public string Cidr { get; init; } = "10.42.0.0/16";

    /// <summary>
    /// Letters of zones of the region, or names of zones. Some accounts lack some letters: us-west-1 has two zones, ap-northeast-1 has
    /// no b. Zones can be added and removed without a change of the other zones.
    /// </summary>
    public IReadOnlyList<string> Zones { get; init; } = ["a", "b", "c"];

    /// <summary>
    /// The endpoints of the services that clients call. Each endpoint costs 0.01 $ an hour in each of its zones, which is about 15 $ a
    /// month for two zones, and 0.01 $ a GB. Every network also has endpoints of S3 and DynamoDB, at no cost.
    /// </summary>
    public IReadOnlyList<Endpoint> Endpoints { get; init; } =
        [Endpoint.KinesisStreams, Endpoint.Firehose, Endpoint.Monitoring, Endpoint.Logs];

    /// <summary>How many of the <see cref="Zones"/>, from the first on, have endpoints. Clients in other zones reach them too.</summary>
    public int EndpointZones { get; init; } = 2;

    internal IPNetwork Range => IPNetwork.Parse(Cidr);

    internal string Checked(string id)
    {
        Check.That($"network '{id}'",
        [
            Rule.That(IsRange(Cidr), $"cidr must be a private range of IPv4 from /16 to /20, such as 10.42.0.0/16, got '{Cidr}'"),
            .. ZoneRules,
            Rule.Between("the number of zones with endpoints", EndpointZones, 1, Zones.Count),
            Rule.Unique("the services of the endpoints", Endpoints.Select(endpoint => endpoint.Service)),
            Rule.That(!Endpoints.Any(endpoint => endpoint.IsGateway),
                $"endpoints must not be those of S3 or DynamoDB, because every network has them; got '{Services}'"),
            .. Endpoints.SelectMany(endpoint => endpoint.Rules),
        ]);
        return id;
    }

    private IEnumerable<Rule> ZoneRules =>
    [
        Rule.AtLeast("the number of zones", Zones.Count, 2),
        // A zone that is not known before Terraform runs has no letter, on which the addresses of its subnet depend.
        .. Zones.Select(zone => Rule.That(AwsNames.Zone.Accepts(zone) && !Tokens.IsToken(zone),
            $"a zone must be {AwsNames.Zone.Description}, got '{zone}'")),
        Rule.Unique("the letters of the zones", Zones.Select(zone => zone.LastOrDefault())),
        Rule.That(Zones.Where(zone => zone.Length > 1).Select(zone => zone[..^1]).Distinct().Count() <= 1,
            $"the zones must be of one region, got '{string.Join(", ", Zones)}'"),
    ];

    private string Services => string.Join(", ", Endpoints.Select(endpoint => endpoint.Service));

    private static bool IsRange(string cidr) =>
        IPNetwork.TryParse(cidr, out var range) && $"{range}" == cidr && range.PrefixLength is >= 16 and <= 20 && IsPrivate(range);

    private static bool IsPrivate(IPNetwork range) =>
        PrivateRanges.Any(whole => whole.Contains(range.BaseAddress) && whole.PrefixLength <= range.PrefixLength);
}
