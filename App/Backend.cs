using System.Text.RegularExpressions;
using HashiCorp.Cdktf;

namespace Nautilus.App;

/// <summary>Where Terraform keeps a stack's state.</summary>
public abstract partial record Backend
{
    private Backend()
    {
    }

    /// <summary>A file a stack, beside cdktf.json.</summary>
    public static Backend Local { get; } = new LocalFile();

    /// <summary>An object a stack in a bucket, encrypted, and locked by S3 itself.</summary>
    public static Backend S3(string bucket, string region, string prefix = "nautilus", string? kmsKeyArn = null) => new S3Bucket(bucket, region, prefix, kmsKeyArn);

    /// <summary>A workspace a stack in HCP Terraform.</summary>
    public static Backend Hcp(string organization, string prefix = "nautilus-") => new HcpWorkspace(organization, prefix);

    internal abstract void Configure(TerraformStack stack, string id);

    internal virtual IEnumerable<(bool Holds, string Rule)> InputRules => [];

    private sealed record LocalFile : Backend
    {
        // Terraform runs in cdktf.out/stacks/<id>. CDKTF's own default is an absolute path, another one on every machine.
        internal override void Configure(TerraformStack stack, string id) =>
            new LocalBackend(stack, new LocalBackendConfig { Path = $"../../../terraform.{id}.tfstate" });
    }

    private sealed partial record S3Bucket(string Bucket, string Region, string Prefix, string? KmsKeyArn) : Backend
    {
        internal override IEnumerable<(bool, string)> InputRules =>
        [
            (BucketName().IsMatch(Bucket), $"backend.bucket must be a bucket's name, 3 to 63 of a-z, 0-9, '.' and '-', got '{Bucket}'"),
            (Deployment.RegionName().IsMatch(Region), $"backend.region must be a region's name, such as us-east-1, got '{Region}'"),
            (Path().IsMatch(Prefix), $"backend.prefix must be letters, digits, '/', '_', '.' and '-', got '{Prefix}'"),
            (KmsKeyArn is null || KmsKeyArn.StartsWith("arn:", StringComparison.Ordinal), $"backend.kmsKeyArn must be an ARN, got '{KmsKeyArn}'"),
        ];

        // CDKTF knows no use_lockfile: Terraform's lock in S3 itself is younger than it.
        internal override void Configure(TerraformStack stack, string id) => new S3Backend(stack, new S3BackendConfig
        {
            Bucket = Bucket,
            Key = $"{Prefix}/{id}/terraform.tfstate",
            Region = Region,
            Encrypt = true,
            KmsKeyId = KmsKeyArn,
        }).AddOverride("use_lockfile", true);

        [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
        private static partial Regex BucketName();

        [GeneratedRegex(@"^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*\z")]
        private static partial Regex Path();
    }

    private sealed partial record HcpWorkspace(string Organization, string Prefix) : Backend
    {
        internal override IEnumerable<(bool, string)> InputRules =>
        [
            (Organization.Length > 0, "backend.organization must be the name of an organization, got ''"),
            (WorkspaceName().IsMatch(Prefix), $"backend.prefix must be letters, digits, '_' and '-', got '{Prefix}'"),
        ];

        internal override void Configure(TerraformStack stack, string id) => new CloudBackend(stack, new CloudBackendConfig
        {
            Organization = Organization,
            Workspaces = new NamedCloudWorkspace($"{Prefix}{id}"),
        });

        [GeneratedRegex(@"^[A-Za-z0-9_-]*\z")]
        private static partial Regex WorkspaceName();
    }
}
