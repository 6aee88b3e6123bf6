using Constructs;
using Nautilus.Access;
using Nautilus.Foundations;
using Nautilus.Networking;

namespace Nautilus.Search;

/// <summary>
/// The role that fine-grained access lets in from the start. Firehose writes in it, and administrators map other roles in it:
/// so nothing has to be done by hand before documents come.
/// </summary>
internal sealed class SearchRole : Role
{
    private readonly string _domain;
    private readonly PrivateNetwork _network;
    private readonly Location _here;

    public SearchRole(Construct scope, string id, string name, PrivateNetwork network, Location here, IReadOnlyList<string> administrators)
        : base(scope, id, $"Writes into the OpenSearch domain {name}", administrators.Count == 0 ? [] : [TakenBy(administrators, here)])
    {
        (_domain, _network, _here) = (here.Arn("es", $"domain/{name}"), network, here);
        if (administrators.Count == 0)
            return;

        Administration = [new("Administer", ["es:ESHttpDelete", "es:ESHttpGet", "es:ESHttpHead", "es:ESHttpPatch", "es:ESHttpPost", "es:ESHttpPut"], [$"{_domain}/*"])];
        Allow(Administration);
        IsTaken = true;
    }

    /// <summary>Whether anybody can be in the role.</summary>
    public bool IsTaken { get; private set; }

    /// <summary>What administrators do to the domain in the role.</summary>
    public IReadOnlyList<Statement> Administration { get; } = [];

    /// <summary>Lets a delivery stream take the role, and do what Firehose does to a domain and its network.</summary>
    /// <returns>What it does to the domain.</returns>
    public IReadOnlyList<Statement> Serve(string deliveryStream, string index)
    {
        var firehose = Caller.Firehose(deliveryStream);
        Trust(new("TakeRole", ["sts:AssumeRole"], []) { Principal = new("Service", firehose.Service), Conditions = firehose.Conditions(_here) });
        Statement[] writing = [.. Writing, About(index)];
        Allow([FindDomain, .. writing, .. Joining]);
        IsTaken = true;
        return writing;
    }

    private Statement FindDomain => new("FindDomain", ["es:DescribeDomain", "es:DescribeDomainConfig", "es:DescribeDomains"], [_domain]);

    private Statement[] Writing =>
    [
        new("WriteDocuments", ["es:ESHttpPost", "es:ESHttpPut"], [$"{_domain}/*"]),
        new("LookAtCluster", ["es:ESHttpGet"],
            [.. new[] { "_all/_settings", "_cluster/stats", "_nodes", "_nodes/*/stats", "_stats" }.Select(path => $"{_domain}/{path}")]),
    ];

    private Statement[] Joining =>
    [
        new("FindNetwork",
        [
            "ec2:DescribeNetworkInterfaces", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs",
        ], ["*"]),
        new("LookAtNetwork", ["ec2:DescribeVpcAttribute"], [Vpc]),
        .. NetworkAccess.ToJoin(_network, _here),
    ];

    private string Vpc => _here.Arn("ec2", $"vpc/{_network.VpcId}");

    private Statement About(string index) => new("LookAtIndex", ["es:ESHttpGet"], [$"{_domain}/{index}*/_mapping/*", $"{_domain}/{index}*/_stats"]);

    private static Statement TakenBy(IReadOnlyList<string> administrators, Location here) => new("TakeRoleAsAdministrator", ["sts:AssumeRole"], [])
    {
        Principal = new("AWS", [.. administrators]),
        Conditions = [new("StringEquals", "aws:PrincipalAccount", here.Account)],
    };
}
