using Constructs;
using Nautilus.Access;
using Nautilus.Foundations;
using Nautilus.Networking;

namespace Nautilus.Search;

/// <summary>
/// The master user of a domain with fine-grained access control. Firehose writes with this role, and administrators use it to map other
/// roles. Therefore nothing has to be configured by hand before documents arrive.
/// </summary>
internal sealed class SearchRole : Role
{
    private readonly string _domain;
    private readonly PrivateNetwork _network;
    private readonly Location _location;

    public SearchRole(
        Construct scope, string id, string name, PrivateNetwork network, Location location, IReadOnlyList<string> administrators)
        : base(scope, id, $"Writes into the OpenSearch domain {name}", TrustOf(administrators, location))
    {
        (_domain, _network, _location) = (location.Arn("es", $"domain/{name}"), network, location);
        if (administrators.Count == 0)
            return;

        Administration =
        [
            new("Administer",
                ["es:ESHttpDelete", "es:ESHttpGet", "es:ESHttpHead", "es:ESHttpPatch", "es:ESHttpPost", "es:ESHttpPut"],
                [$"{_domain}/*"]),
        ];
        Allow(Administration);
        IsAssumed = true;
    }

    /// <summary>Whether anybody may assume the role.</summary>
    public bool IsAssumed { get; private set; }

    /// <summary>What administrators may do with the domain.</summary>
    public IReadOnlyList<Statement> Administration { get; } = [];

    /// <summary>Lets a delivery stream assume the role, and use the domain and its network.</summary>
    /// <returns>What the delivery stream may do with the domain.</returns>
    public IReadOnlyList<Statement> Serve(string deliveryStream, string index)
    {
        var firehose = Caller.Firehose(deliveryStream);
        Trust(new("TakeRole", ["sts:AssumeRole"], [])
        {
            Principal = new("Service", firehose.Service),
            Conditions = firehose.Conditions(_location),
        });
        Statement[] writing = [.. Writing, About(index)];
        Allow([FindDomain, .. writing, .. Joining]);
        IsAssumed = true;
        return writing;
    }

    private Statement FindDomain =>
        new("FindDomain", ["es:DescribeDomain", "es:DescribeDomainConfig", "es:DescribeDomains"], [_domain]);

    private Statement[] Writing =>
    [
        new("WriteDocuments", ["es:ESHttpPost", "es:ESHttpPut"], [$"{_domain}/*"]),
        new("LookAtCluster", ["es:ESHttpGet"],
        [
            $"{_domain}/_all/_settings", $"{_domain}/_cluster/stats", $"{_domain}/_nodes", $"{_domain}/_nodes/*/stats", $"{_domain}/_stats",
        ]),
    ];

    private Statement[] Joining =>
    [
        new("FindNetwork",
        [
            "ec2:DescribeNetworkInterfaces", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs",
        ], ["*"]),
        new("LookAtNetwork", ["ec2:DescribeVpcAttribute"], [_location.Arn("ec2", $"vpc/{_network.VpcId}")]),
        .. NetworkAccess.ToJoin(_network, _location),
    ];

    private Statement About(string index) =>
        new("LookAtIndex", ["es:ESHttpGet"], [$"{_domain}/{index}*/_mapping/*", $"{_domain}/{index}*/_stats"]);

    private static Statement[] TrustOf(IReadOnlyList<string> administrators, Location location) => administrators.Count == 0 ? [] :
    [
        new("TakeRoleAsAdministrator", ["sts:AssumeRole"], [])
        {
            Principal = new("AWS", [.. administrators]),
            Conditions = [new("StringEquals", "aws:PrincipalAccount", location.Account)],
        },
    ];
}
