using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.S3Object;
using Nautilus.Storage;
using Nautilus.Streams;

namespace Nautilus.Processing;

/// <summary>What an application runs: a JAR, or a zip file of Python.</summary>
public abstract record FlinkCode
{
    private FlinkCode()
    {
    }

    /// <summary>An object of S3 that is there already. Without a version, Terraform does not see when other bytes take its place.</summary>
    /// <param name="bucketArn">The ARN of its bucket.</param>
    /// <param name="key">The object's key.</param>
    /// <param name="version">The version to run.</param>
    /// <param name="encryptionKey">The ARN of the customer key that it is encrypted with, if it is.</param>
    public static FlinkCode InS3(string bucketArn, string key, string? version = null, string? encryptionKey = null) =>
        new Stored(new(bucketArn, key, version, encryptionKey));

    /// <summary>A file, kept in a bucket. Other bytes are another version of the object, and an update of the application.</summary>
    public static FlinkCode Upload(string path, DataBucket bucket) => new Uploaded(path, bucket);

    internal abstract IEnumerable<(bool, string)> Checks { get; }

    /// <summary>Where the application finds it.</summary>
    internal abstract InBucket For(Construct application, string name);

    internal sealed record InBucket(string BucketArn, string Key, string? Version, string? EncryptionKey);

    private sealed record Stored(InBucket Place) : FlinkCode
    {
        internal override IEnumerable<(bool, string)> Checks =>
        [
            (BucketArn.IsOne(Place.BucketArn), $"code must be in a bucket, by its ARN, such as arn:aws:s3:::code, got '{Place.BucketArn}'"),
            (Place.Key.Length is >= 1 and <= 1024, $"the key of the code must have 1 to 1024 characters, got {Place.Key.Length}"),
            DataStreamProps.KeyRule(Place.EncryptionKey),
        ];

        internal override InBucket For(Construct application, string name) => Place;
    }

    private sealed record Uploaded(string Path, DataBucket Bucket) : FlinkCode
    {
        internal override IEnumerable<(bool, string)> Checks => [File.Exists(Path)
            ? (ZipFiles.IsOne(Path), $"code must be a JAR or another zip file, got '{Path}'")
            : (false, $"code must be a file that is there, got '{Path}'; build it first, or mend the path")];

        internal override InBucket For(Construct application, string name)
        {
            var key = $"flink/{name}/{System.IO.Path.GetFileName(Path)}";
            var file = new TerraformAsset(application, "file", new TerraformAssetConfig { Path = Path, Type = AssetType.FILE, AssetHash = "code" });
            var code = new S3Object(application, "code", new S3ObjectConfig
            {
                Bucket = Bucket.Name,
                Key = key,
                Source = file.Path,
                SourceHash = Token.AsString(Fn.Filemd5(file.Path)),
                ServerSideEncryption = "aws:kms",
                KmsKeyId = Bucket.KeyArn,
                BucketKeyEnabled = true,
                // An object has ten tags at most: those of a deployment may be more.
                OverrideProvider = new S3ObjectOverrideProvider { DefaultTags = new S3ObjectOverrideProviderDefaultTags { Tags = new Dictionary<string, string>() } },
                DependsOn = [Bucket.Versions],
            });
            return new(Bucket.Arn, key, code.VersionId, Bucket.KeyArn);
        }
    }
}
