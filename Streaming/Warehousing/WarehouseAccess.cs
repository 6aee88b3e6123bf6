using Constructs;
using HashiCorp.Cdktf;
using Nautilus.Networking;

namespace Nautilus.Warehousing;

/// <summary>The network access of a warehouse: out to S3, and in from Firehose if the warehouse is reachable.</summary>
internal sealed class WarehouseAccess : Construct
{
    public WarehouseAccess(Construct scope, string id, WarehouseProps props)
        : base(scope, id)
    {
        var guard = new Guard(this, "guard", props.Network.VpcId, $"The warehouse {props.Name}");
        guard.LetOut("S3", prefixList: props.Network.S3PrefixList);
        SecurityGroup = guard.Id;
        if (!props.ReachableByFirehose)
        {
            Subnets = props.Network.PrivateSubnets;
            return;
        }

        var firehose = props.FirehoseCidr ?? KnownIn(props.Key.Location.Region);
        guard.LetIn("Firehose", range: firehose, port: props.Port);
        var reachable = props.Network.ReachableFrom(firehose);
        (Subnets, Ready) = (reachable.Ids, reachable.Ready);
    }

    public IReadOnlyList<string> Subnets { get; }

    public string SecurityGroup { get; }

    public ITerraformDependable[] Ready { get; } = [];

    // Only Terraform knows the region. A plan fails for a region that the table does not have.
    private string KnownIn(string region) =>
        Token.AsString(Fn.Lookup(new TerraformLocal(this, "firehose", FirehoseAddresses.ByRegion).Expression, region));
}
