using Constructs;
using HashiCorp.Cdktf.Providers.Aws.S3BucketLifecycleConfiguration;
using HashiCorp.Cdktf.Providers.Aws.S3BucketLogging;
using Nautilus.Access;
using Nautilus.Alarms;
using Nautilus.Foundations;
using Nautilus.Keys;

namespace Nautilus.Storage;

/// <summary>A bucket for data from streams. It has a customer key and access logs, and moves old objects to cheaper storage.</summary>
public sealed class DataBucket : PrivateBucket
{
    private readonly CustomerKey _key;

    /// <param name="scope">The stack.</param>
    /// <param name="id">The construct's id, which is a part of the bucket's name.</param>
    /// <param name="props">The bucket.</param>
    public DataBucket(Construct scope, string id, DataBucketProps props)
        : base(scope, props.Checked(id), props.PreventDestroy, props.Key)
    {
        _key = props.Key;
        new S3BucketLifecycleConfiguration(this, "lifecycle", new S3BucketLifecycleConfigurationConfig
        {
            Bucket = Name,
            Rule = new[] { LifecycleRules.CleanUp, LifecycleRules.Age(props.Ages) },
            DependsOn = [Versions],
        });
        new S3BucketLoggingA(this, "logging", new S3BucketLoggingAConfig
        {
            Bucket = Name,
            TargetBucket = props.AccessLogs.Name,
            TargetPrefix = props.AccessLogs.TakeLogsOf(this),
            DependsOn = [props.AccessLogs.Access],
        });
        if (props.Replica is { } replica)
        {
            Replication.Of(this, replica, Versions);
            FailedCopies = Replication.Failed(this, replica);
        }
    }

    /// <summary>The partition, the region and the account.</summary>
    public Location Location => _key.Location;

    internal string KeyArn => _key.Arn;

    /// <summary>The number of objects that S3 failed to copy. Null without a replica.</summary>
    internal Metric? FailedCopies { get; }

    /// <summary>
    /// For a Firehose that writes objects below these prefixes, or anywhere if none is given, and lists its unfinished uploads.
    /// </summary>
    public void GrantToFirehose(Role role, params string[] prefixes) => role.Allow(
    [
        new("FindBucket", ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"], [Arn]),
        new("Deliver", ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"],
            [.. prefixes.DefaultIfEmpty("").Select(prefix => $"{Arn}/{prefix}*")]),
        UseOfKey("EncryptObjects", ["kms:Decrypt", "kms:GenerateDataKey"]),
    ]);

    /// <summary>For a role that puts objects below a prefix, such as failed records.</summary>
    public void GrantPut(Role role, string prefix) => role.Allow(
    [
        new("FindBucket", ["s3:ListBucket"], [Arn]),
        new("PutObjects", ["s3:PutObject"], [$"{Arn}/{prefix}*"]),
        UseOfKey("EncryptObjects", ["kms:GenerateDataKey"]),
    ]);

    /// <summary>For a role that reads objects below a prefix; all objects, unless given.</summary>
    public void GrantRead(Role role, string prefix = "") => role.Allow(
    [
        new("FindBucket", ["s3:GetBucketLocation", "s3:ListBucket"], [Arn]),
        new("ReadObjects", ["s3:GetObject"], [$"{Arn}/{prefix}*"]),
        UseOfKey("DecryptObjects", ["kms:Decrypt"]),
    ]);

    // With a bucket key, the encryption context is the ARN of the bucket, not that of the object.
    internal Statement UseOfKey(string sid, string[] actions) => new(sid, actions, [_key.Arn])
    {
        Conditions =
        [
            new("StringEquals", "kms:ViaService", $"s3.{Location.Region}.amazonaws.com"),
            new("StringEquals", "kms:EncryptionContext:aws:s3:arn", Arn),
        ],
    };
}
