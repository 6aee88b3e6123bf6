using Constructs;

namespace Nautilus.Streaming.Networking;

/// <summary>A VPC for the parts of a pipeline that stand in one, with endpoints of the AWS services that they call.</summary>
public sealed class PrivateNetwork : Construct
{
    public PrivateNetwork(Construct scope, string id)
        : base(scope, id) => throw new NotImplementedException();

    internal string VpcId => throw new NotImplementedException();

    /// <summary>One a zone, with no way to the internet.</summary>
    internal IReadOnlyList<string> PrivateSubnets => throw new NotImplementedException();

    /// <summary>What clients in the network are in: out on 443 only, to the endpoints and to what lets them in.</summary>
    internal string ClientSecurityGroup => throw new NotImplementedException();
}
