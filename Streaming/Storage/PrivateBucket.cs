using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.S3Bucket;
using HashiCorp.Cdktf.Providers.Aws.S3BucketOwnershipControls;
using HashiCorp.Cdktf.Providers.Aws.S3BucketPolicy;
using HashiCorp.Cdktf.Providers.Aws.S3BucketPublicAccessBlock;
using HashiCorp.Cdktf.Providers.Aws.S3BucketServerSideEncryptionConfiguration;
using HashiCorp.Cdktf.Providers.Aws.S3BucketVersioning;
using Nautilus.Access;
using Nautilus.Foundations;
using Nautilus.Keys;
using DefaultEncryption = HashiCorp.Cdktf.Providers.Aws.S3BucketServerSideEncryptionConfiguration.
    S3BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultA;

namespace Nautilus.Storage;

/// <summary>A bucket that blocks public access, requires TLS, and has versioning and encryption.</summary>
public abstract class PrivateBucket : Construct
{
    private readonly S3Bucket _bucket;
    private readonly PolicyDocument _access;

    private protected PrivateBucket(Construct scope, string id, bool preventDestroy, CustomerKey? key)
        : base(scope, id)
    {
        _bucket = new S3Bucket(this, "Default", new S3BucketConfig
        {
            BucketPrefix = Names.Bucket(Node.Path),
            // A bucket that may be destroyed is destroyed with its objects.
            ForceDestroy = !preventDestroy,
            Lifecycle = new TerraformResourceLifecycle { PreventDestroy = preventDestroy },
        });
        (Name, Arn) = (_bucket.Bucket, _bucket.Arn);
        var closed = new S3BucketPublicAccessBlock(this, "access-block", new S3BucketPublicAccessBlockConfig
        {
            Bucket = Name,
            BlockPublicAcls = true,
            BlockPublicPolicy = true,
            IgnorePublicAcls = true,
            RestrictPublicBuckets = true,
        });
        new S3BucketOwnershipControls(this, "ownership", new S3BucketOwnershipControlsConfig
        {
            Bucket = Name,
            Rule = new S3BucketOwnershipControlsRule { ObjectOwnership = "BucketOwnerEnforced" },
        });
        Versions = new S3BucketVersioningA(this, "versioning", new S3BucketVersioningAConfig
        {
            Bucket = Name,
            VersioningConfiguration = new S3BucketVersioningVersioningConfiguration { Status = "Enabled" },
        });
        new S3BucketServerSideEncryptionConfigurationA(this, "encryption", new S3BucketServerSideEncryptionConfigurationAConfig
        {
            Bucket = Name,
            Rule = new[]
            {
                new S3BucketServerSideEncryptionConfigurationRuleA
                {
                    ApplyServerSideEncryptionByDefault = new DefaultEncryption
                    {
                        SseAlgorithm = key is null ? "AES256" : "aws:kms",
                        KmsMasterKeyId = key?.Arn,
                    },
                    BucketKeyEnabled = key is null ? null : true,
                },
            },
        });
        _access = new PolicyDocument(Statement.OverTlsOnly(["s3:*"], Arn) with { Resources = [Arn, $"{Arn}/*"] });
        Access = new S3BucketPolicy(this, "policy", new S3BucketPolicyConfig
        {
            Bucket = Name,
            Policy = _access.Json,
            DependsOn = [closed],
        });
    }

    /// <summary>The bucket's name. The provider adds a suffix, because the names of buckets are unique in all accounts.</summary>
    public string Name { get; }

    /// <summary>The bucket's ARN.</summary>
    public string Arn { get; }

    /// <summary>States that this bucket had another address before.</summary>
    public void MovedFrom(string address) => _bucket.MoveFromId(address);

    /// <summary>The bucket's versioning. Replication and lifecycle rules depend on it.</summary>
    internal S3BucketVersioningA Versions { get; }

    /// <summary>The bucket's policy. Services that the policy lets in depend on it.</summary>
    internal S3BucketPolicy Access { get; }

    private protected void Allow(Statement statement) => _access.Add(statement);
}
