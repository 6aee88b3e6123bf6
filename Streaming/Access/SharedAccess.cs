using Constructs;
using HashiCorp.Cdktf.Providers.Aws.KinesisResourcePolicy;

namespace Nautilus.Access;

/// <summary>What principals of other accounts may do with a stream or a consumer: the one resource policy that it can have.</summary>
internal sealed class SharedAccess(Construct owner, string arn)
{
    private PolicyDocument? _policy;

    /// <summary>Allows the actions over TLS, and denies them to everybody without TLS.</summary>
    public void Allow(string sid, string[] actions, string[] principals) => (_policy ??= Attached()).Add(
        new(sid, actions, [arn]) { Principal = new("AWS", principals), Conditions = [new("Bool", "aws:SecureTransport", "true")] },
        Statement.OverTlsOnly(actions, arn, $"{sid}OverTlsOnly"));

    private PolicyDocument Attached()
    {
        var policy = new PolicyDocument();
        new KinesisResourcePolicy(owner, "sharing", new KinesisResourcePolicyConfig { ResourceArn = arn, Policy = policy.Json });
        return policy;
    }
}
