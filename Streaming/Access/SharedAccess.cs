using Constructs;
using HashiCorp.Cdktf.Providers.Aws.KinesisResourcePolicy;

namespace Nautilus.Access;

/// <summary>What principals of other accounts may do with a stream or a consumer: the one resource policy it can have.</summary>
internal sealed class SharedAccess(Construct owner, string arn)
{
    private PolicyDocument? _policy;

    /// <summary>Allows it over TLS, and denies it to everybody without.</summary>
    public void Allow(string sid, string[] actions, string[] principals)
    {
        Statement[] statements =
        [
            new(sid, actions, [arn]) { Principal = new("AWS", principals), Conditions = [new("Bool", "aws:SecureTransport", "true")] },
            Statement.OverTlsOnly(actions, arn, $"{sid}OverTlsOnly"),
        ];
        if (_policy is not null)
            _policy.Add(statements);
        else
            new KinesisResourcePolicy(owner, "sharing", new KinesisResourcePolicyConfig
            {
                ResourceArn = arn,
                Policy = (_policy = new PolicyDocument(owner, "shared-access", statements)).Json,
            });
    }
}
