using System.Text.RegularExpressions;
using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.KmsAlias;
using HashiCorp.Cdktf.Providers.Aws.KmsKey;
using HashiCorp.Cdktf.Providers.Aws.KmsKeyPolicy;
using Nautilus.Access;
using Nautilus.Foundations;

namespace Nautilus.Keys;

/// <summary>A customer managed KMS key with yearly rotation. The account grants its use by IAM.</summary>
public sealed partial class CustomerKey : Construct
{
    private readonly KmsKey _key;
    private readonly PolicyDocument _policy;

    /// <param name="scope">Where the key is used.</param>
    /// <param name="id">The construct's id.</param>
    /// <param name="props">What the key is for.</param>
    public CustomerKey(Construct scope, string id, CustomerKeyProps props)
        : base(scope, props.Checked(id))
    {
        _key = new KmsKey(this, "Default", new KmsKeyConfig
        {
            Description = props.Description,
            EnableKeyRotation = true,
            IsEnabled = true,
            DeletionWindowInDays = props.DeletionWindow.TotalDays,
            Lifecycle = new TerraformResourceLifecycle { PreventDestroy = props.PreventDestroy },
        });
        Arn = _key.Arn;
        Location = Location.Of(Arn);
        _policy = new PolicyDocument(new Statement("AccountDecidesByIam", ["kms:*"], ["*"])
        {
            Principal = new("AWS", $"arn:{Location.Partition}:iam::{Location.Account}:root"),
        });
        Usable = [new KmsKeyPolicy(this, "policy", new KmsKeyPolicyConfig { KeyId = _key.Id, Policy = _policy.Json })];
        if (props.Alias is { } alias)
            new KmsAlias(this, "alias", new KmsAliasConfig
            {
                Name = $"alias/{(Tokens.IsToken(alias) ? alias : NotInAnAlias().Replace(alias, "-"))}",
                TargetKeyId = _key.Id,
            });
    }

    /// <summary>The key's ARN.</summary>
    public string Arn { get; }

    /// <summary>The partition, the region and the account of the key.</summary>
    public Location Location { get; }

    /// <summary>What makes a service use the key depends on this: before, the key's policy does not let the service in.</summary>
    internal ITerraformDependable[] Usable { get; }

    /// <summary>States that this key had another address before.</summary>
    public void MovedFrom(string address) => _key.MoveFromId(address);

    /// <summary>Lets principals use the key. In a key's policy, <c>*</c> is the key itself.</summary>
    public void Allow(Statement statement, Principal principal) => _policy.Add(statement with { Resources = ["*"], Principal = principal });

    [GeneratedRegex("[^a-zA-Z0-9/_-]")]
    private static partial Regex NotInAnAlias();
}
