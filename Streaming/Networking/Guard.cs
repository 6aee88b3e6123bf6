using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.SecurityGroup;
using HashiCorp.Cdktf.Providers.Aws.VpcSecurityGroupEgressRule;
using HashiCorp.Cdktf.Providers.Aws.VpcSecurityGroupIngressRule;
using Nautilus.Foundations;

namespace Nautilus.Networking;

/// <summary>A security group. It lets in and out only the traffic of its rules.</summary>
internal sealed class Guard : Construct
{
    private const int Https = 443;

    public Guard(Construct scope, string id, string vpc, string description)
        : base(scope, id) => Id = new SecurityGroup(this, "Default", new SecurityGroupConfig
    {
        NamePrefix = Names.Prefix(Node.Path.Replace('/', '-'), 100),
        Description = description,
        VpcId = vpc,
        // A group that is in use can't be deleted: its replacement must exist first.
        Lifecycle = new TerraformResourceLifecycle { CreateBeforeDestroy = true },
    }).Id;

    public string Id { get; }

    public void LetIn(string who, string? group = null, string? range = null, int port = Https) =>
        new VpcSecurityGroupIngressRule(this, $"from-{who.Replace(' ', '-')}", new VpcSecurityGroupIngressRuleConfig
        {
            SecurityGroupId = Id,
            Description = $"From {who}",
            ReferencedSecurityGroupId = group,
            CidrIpv4 = range,
            IpProtocol = "tcp",
            FromPort = port,
            ToPort = port,
        });

    public void LetOut(string whom, string? range = null, string? prefixList = null) =>
        new VpcSecurityGroupEgressRule(this, $"to-{whom.Replace(' ', '-')}", new VpcSecurityGroupEgressRuleConfig
        {
            SecurityGroupId = Id,
            Description = $"To {whom}",
            CidrIpv4 = range,
            PrefixListId = prefixList,
            IpProtocol = "tcp",
            FromPort = Https,
            ToPort = Https,
        });
}
