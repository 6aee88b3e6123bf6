using System.Text.RegularExpressions;
using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.KmsAlias;
using HashiCorp.Cdktf.Providers.Aws.KmsKey;
using HashiCorp.Cdktf.Providers.Aws.KmsKeyPolicy;
using Nautilus.Streaming.Access;

namespace Nautilus.Streaming;

/// <summary>A stream's own KMS key.</summary>
internal sealed partial class StreamKey : Construct
{
    private readonly KmsKey _key;
    private readonly PolicyDocument _policy;

    public StreamKey(Construct scope, string id, string streamName, bool preventDestroy)
        : base(scope, id)
    {
        _key = new KmsKey(this, "Default", new KmsKeyConfig
        {
            Description = $"Encrypts the records of the Kinesis stream {streamName}",
            EnableKeyRotation = true,
            IsEnabled = true,
            DeletionWindowInDays = 30,
            Lifecycle = new TerraformResourceLifecycle { PreventDestroy = preventDestroy },
        });
        Arn = _key.Arn;
        var here = ArnParts.Of(Arn);
        _policy = new PolicyDocument(this, "access", new Statement("AccountDecidesByIam", ["kms:*"], ["*"])
        {
            Principal = new("AWS", $"arn:{here.Partition}:iam::{here.Account}:root"),
        });
        new KmsKeyPolicy(this, "policy", new KmsKeyPolicyConfig { KeyId = _key.Id, Policy = _policy.Json });
        new KmsAlias(this, "alias", new KmsAliasConfig { Name = Alias(streamName), TargetKeyId = _key.Id });
    }

    public string Arn { get; }

    public void MovedFrom(string address) => _key.MoveFromId(address);

    /// <summary>Lets principals of other accounts use the key. In a key's policy, <c>*</c> is the key itself.</summary>
    public void Allow(Statement statement, string[] principals) =>
        _policy.Add(statement with { Resources = ["*"], Principal = new("AWS", principals) });

    private static string Alias(string streamName) => $"alias/{(Rules.IsToken(streamName) ? streamName : NotInAnAlias().Replace(streamName, "-"))}";

    [GeneratedRegex("[^a-zA-Z0-9/_-]")]
    private static partial Regex NotInAnAlias();
}
