using System.Text.RegularExpressions;
using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.KmsAlias;
using HashiCorp.Cdktf.Providers.Aws.KmsKey;
using HashiCorp.Cdktf.Providers.Aws.KmsKeyPolicy;
using Nautilus.Access;
using Nautilus.Foundations;

namespace Nautilus.Keys;

/// <summary>A KMS key of our own: rotated, and the account's to grant by IAM.</summary>
public sealed partial class CustomerKey : Construct
{
    private readonly KmsKey _key;
    private readonly PolicyDocument _policy;

    public CustomerKey(Construct scope, string id, CustomerKeyProps props)
        : base(scope, id)
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
        Here = Location.Of(Arn);
        _policy = new PolicyDocument(this, "access", new Statement("AccountDecidesByIam", ["kms:*"], ["*"])
        {
            Principal = new("AWS", $"arn:{Here.Partition}:iam::{Here.Account}:root"),
        });
        var policy = new KmsKeyPolicy(this, "policy", new KmsKeyPolicyConfig { KeyId = _key.Id, Policy = _policy.Json });
        Usable = [policy];
        if (props.Alias is { } alias)
            new KmsAlias(this, "alias", new KmsAliasConfig
            {
                Name = $"alias/{(Rules.IsToken(alias) ? alias : NotInAnAlias().Replace(alias, "-"))}",
                TargetKeyId = _key.Id,
            });
    }

    public string Arn { get; }

    internal Location Here { get; }

    /// <summary>What makes a service use the key depends on this: before, its policy does not let the service in.</summary>
    internal ITerraformDependable[] Usable { get; }

    public void MovedFrom(string address) => _key.MoveFromId(address);

    /// <summary>Lets principals use the key. In a key's policy, <c>*</c> is the key itself.</summary>
    public void Allow(Statement statement, Principal principal) => _policy.Add(statement with { Resources = ["*"], Principal = principal });

    [GeneratedRegex("[^a-zA-Z0-9/_-]")]
    private static partial Regex NotInAnAlias();
}

public sealed record CustomerKeyProps
{
    public required string Description { get; init; }

    public string? Alias { get; init; }

    /// <summary>How long a deleted key can be called back: 7 to 30 days.</summary>
    public TimeSpan DeletionWindow { get; init; } = TimeSpan.FromDays(30);

    public bool PreventDestroy { get; init; }
}
