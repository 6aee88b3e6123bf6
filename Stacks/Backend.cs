using HashiCorp.Cdktf;

namespace Nautilus.Stacks;

/// <summary>Where Terraform keeps a stack's state.</summary>
public abstract record Backend
{
    private Backend()
    {
    }

    /// <summary>A file a stack, beside cdktf.json.</summary>
    public static Backend Local { get; } = new LocalFile();

    internal abstract void Configure(TerraformStack stack, string id);

    private sealed record LocalFile : Backend
    {
        // Terraform runs in cdktf.out/stacks/<id>. CDKTF's own default is an absolute path, another one on every machine.
        internal override void Configure(TerraformStack stack, string id) =>
            new LocalBackend(stack, new LocalBackendConfig { Path = $"../../../terraform.{id}.tfstate" });
    }
}
