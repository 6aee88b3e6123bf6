using Nautilus.Access;
using Nautilus.Foundations;

namespace Nautilus.Networking;

/// <summary>What a service does that joins a network in a role of ours: interfaces of its own, in our subnets and our group.</summary>
internal static class NetworkAccess
{
    public static IEnumerable<Statement> ToJoin(PrivateNetwork network, Location here)
    {
        var interfaces = here.Arn("ec2", "network-interface/*");
        yield return new("JoinNetwork", ["ec2:CreateNetworkInterface"],
        [
            interfaces,
            here.Arn("ec2", $"security-group/{network.ClientSecurityGroup}"),
            .. network.PrivateSubnets.Select(subnet => here.Arn("ec2", $"subnet/{subnet}")),
        ]);
        yield return new("UseAndLeaveNetwork", ["ec2:CreateNetworkInterfacePermission", "ec2:DeleteNetworkInterface"], [interfaces])
        {
            Conditions = [new("ArnEquals", "ec2:Vpc", here.Arn("ec2", $"vpc/{network.VpcId}"))],
        };
    }
}
