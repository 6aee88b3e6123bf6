using HashiCorp.Cdktf;
using Nautilus.Foundations;

namespace Nautilus.App;

/// <summary>Where Terraform keeps the state of a stack.</summary>
public abstract record Backend
{
    private Backend()
    {
    }

    /// <summary>A file for each stack, beside cdktf.json.</summary>
    public static Backend Local { get; } = new LocalFile();

    internal virtual IEnumerable<Rule> Rules => [];

    /// <summary>An object in a bucket for each stack, encrypted, and locked by S3 itself.</summary>
    /// <param name="bucket">The bucket's name.</param>
    /// <param name="region">The bucket's region.</param>
    /// <param name="prefix">The beginning of the keys.</param>
    /// <param name="kmsKeyArn">The ARN of the key that encrypts the objects; the bucket's own encryption, unless given.</param>
    public static Backend S3(string bucket, string region, string prefix = "nautilus", string? kmsKeyArn = null) =>
        new S3Bucket(bucket, region, prefix, kmsKeyArn);

    /// <summary>A workspace in HCP Terraform for each stack.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="prefix">The beginning of the names of the workspaces.</param>
    public static Backend Hcp(string organization, string prefix = "nautilus-") => new HcpWorkspace(organization, prefix);

    internal abstract void Configure(TerraformStack stack, string id);

    private sealed record LocalFile : Backend
    {
        // Terraform runs in cdktf.out/stacks/<id>. CDKTF's own default is an absolute path, which differs between machines.
        internal override void Configure(TerraformStack stack, string id) =>
            new LocalBackend(stack, new LocalBackendConfig { Path = $"../../../terraform.{id}.tfstate" });
    }

    private sealed record S3Bucket(string Bucket, string Region, string Prefix, string? KmsKeyArn) : Backend
    {
        private static readonly Pattern Path = Pattern.Of("[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*", "letters, digits, '/', '_', '.' and '-'",
            "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html");

        internal override IEnumerable<Rule> Rules =>
        [
            Rule.MatchesLiterally("backend.bucket", Bucket, AwsNames.Bucket),
            Rule.MatchesLiterally("backend.region", Region, AwsNames.Region),
            Rule.MatchesLiterally("backend.prefix", Prefix, Path),
            Rule.That(KmsKeyArn is null || KmsKeyArn.StartsWith("arn:", StringComparison.Ordinal),
                $"backend.kmsKeyArn must be an ARN, got '{KmsKeyArn}'"),
        ];

        // CDKTF does not know use_lockfile: the lock in S3 itself is newer than CDKTF.
        internal override void Configure(TerraformStack stack, string id) => new S3Backend(stack, new S3BackendConfig
        {
            Bucket = Bucket,
            Key = $"{Prefix}/{id}/terraform.tfstate",
            Region = Region,
            Encrypt = true,
            KmsKeyId = KmsKeyArn,
        }).AddOverride("use_lockfile", true);
    }

    private sealed record HcpWorkspace(string Organization, string Prefix) : Backend
    {
        private static readonly Pattern WorkspaceName = Pattern.Of("[A-Za-z0-9_-]*", "letters, digits, '_' and '-'",
            "https://developer.hashicorp.com/terraform/cloud-docs/workspaces/creating");

        internal override IEnumerable<Rule> Rules =>
        [
            Rule.That(Organization.Length > 0, "backend.organization must be the name of an organization, got ''"),
            Rule.MatchesLiterally("backend.prefix", Prefix, WorkspaceName),
        ];

        internal override void Configure(TerraformStack stack, string id) => new CloudBackend(stack, new CloudBackendConfig
        {
            Organization = Organization,
            Workspaces = new NamedCloudWorkspace($"{Prefix}{id}"),
        });
    }
}
