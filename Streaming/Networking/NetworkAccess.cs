using Nautilus.Access;
using Nautilus.Foundations;

namespace Nautilus.Networking;

/// <summary>The permissions of a service that joins a network: it creates network interfaces in the private subnets.</summary>
internal static class NetworkAccess
{
    public static IEnumerable<Statement> ToJoin(PrivateNetwork network, Location location)
    {
        var interfaces = location.Arn("ec2", "network-interface/*");
        yield return new("JoinNetwork", ["ec2:CreateNetworkInterface"],
        [
            interfaces,
            location.Arn("ec2", $"security-group/{network.ClientSecurityGroup}"),
            .. network.PrivateSubnets.Select(subnet => location.Arn("ec2", $"subnet/{subnet}")),
        ]);
        yield return new("UseAndLeaveNetwork", ["ec2:CreateNetworkInterfacePermission", "ec2:DeleteNetworkInterface"], [interfaces])
        {
            Conditions = [new("ArnEquals", "ec2:Vpc", location.Arn("ec2", $"vpc/{network.VpcId}"))],
        };
    }
}
