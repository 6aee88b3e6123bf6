using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.S3Object;
using Nautilus.Foundations;
using Nautilus.Storage;

namespace Nautilus.Processing;

/// <summary>A file that Terraform uploads.</summary>
internal sealed record UploadedFlinkCode(string Path, DataBucket Bucket) : FlinkCode
{
    internal override IEnumerable<Rule> Rules =>
    [
        File.Exists(Path)
            ? Rule.That(ZipFiles.IsOne(Path), $"code must be a JAR or another zip file, got '{Path}'")
            : Rule.That(false, $"code must be a file that exists, got '{Path}'; build it first, or fix the path"),
    ];

    internal override CodeObject For(Construct application, string name)
    {
        var key = $"flink/{name}/{System.IO.Path.GetFileName(Path)}";
        var file = new TerraformAsset(application, "file", new TerraformAssetConfig
        {
            Path = Path, Type = AssetType.FILE, AssetHash = "code",
        });
        var code = new S3Object(application, "code", new S3ObjectConfig
        {
            Bucket = Bucket.Name,
            Key = key,
            Source = file.Path,
            SourceHash = Token.AsString(Fn.Filemd5(file.Path)),
            ServerSideEncryption = "aws:kms",
            KmsKeyId = Bucket.KeyArn,
            BucketKeyEnabled = true,
            // An object can have ten tags. A deployment can have more.
            OverrideProvider = new S3ObjectOverrideProvider
            {
                DefaultTags = new S3ObjectOverrideProviderDefaultTags { Tags = new Dictionary<string, string>() },
            },
            DependsOn = [Bucket.Versions],
        });
        return new(Bucket.Arn, key, code.VersionId, Bucket.KeyArn);
    }
}
