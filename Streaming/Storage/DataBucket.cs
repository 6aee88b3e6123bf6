using Constructs;
using HashiCorp.Cdktf.Providers.Aws.S3BucketLifecycleConfiguration;
using HashiCorp.Cdktf.Providers.Aws.S3BucketLogging;
using Nautilus.Access;
using Nautilus.Alarms;
using Nautilus.Foundations;
using Nautilus.Keys;

namespace Nautilus.Storage;

/// <summary>A bucket for what streams leave behind: under a customer key, its access logged, its old objects in cheaper storage.</summary>
public sealed class DataBucket : PrivateBucket
{
    private readonly CustomerKey _key;

    public DataBucket(Construct scope, string id, DataBucketProps props)
        : base(scope, props.Checked(id), props.PreventDestroy, props.Key)
    {
        _key = props.Key;
        new S3BucketLifecycleConfiguration(this, "lifecycle", new S3BucketLifecycleConfigurationConfig
        {
            Bucket = Name,
            Rule = props.Ages.Rules,
            DependsOn = [Versions],
        });
        new S3BucketLoggingA(this, "logging", new S3BucketLoggingAConfig
        {
            Bucket = Name,
            TargetBucket = props.AccessLogs.Name,
            TargetPrefix = props.AccessLogs.LogsOf(this),
            DependsOn = [props.AccessLogs.Access],
        });
        if (props.Replica is { } replica)
        {
            Replication.Of(this, replica, Versions);
            FailedCopies = Replication.Failed(this, replica);
        }
    }

    internal Location Here => _key.Here;

    internal string KeyArn => _key.Arn;

    /// <summary>Null without a replica.</summary>
    internal Metric? FailedCopies { get; }

    /// <summary>Firehose, which also lists what it has begun to upload.</summary>
    public void GrantToFirehose(Role role) => role.Allow(
    [
        new("FindBucket", ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"], [Arn]),
        new("Deliver", ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"], [$"{Arn}/*"]),
        UseOfKey("EncryptObjects", ["kms:Decrypt", "kms:GenerateDataKey"]),
    ]);

    /// <summary>Whoever puts objects below a prefix, such as what failed.</summary>
    public void GrantPut(Role role, string prefix) => role.Allow(
    [
        new("FindBucket", ["s3:ListBucket"], [Arn]),
        new("PutObjects", ["s3:PutObject"], [$"{Arn}/{prefix}*"]),
        UseOfKey("EncryptObjects", ["kms:GenerateDataKey"]),
    ]);

    /// <summary>Whoever reads objects below a prefix; all, unless given.</summary>
    public void GrantRead(Role role, string prefix = "") => role.Allow(
    [
        new("FindBucket", ["s3:GetBucketLocation", "s3:ListBucket"], [Arn]),
        new("ReadObjects", ["s3:GetObject"], [$"{Arn}/{prefix}*"]),
        UseOfKey("DecryptObjects", ["kms:Decrypt"]),
    ]);

    // With a bucket key, what S3 tells KMS of is the bucket and not the object.
    internal Statement UseOfKey(string sid, string[] actions) => new(sid, actions, [_key.Arn])
    {
        Conditions =
        [
            new("StringEquals", "kms:ViaService", $"s3.{Here.Region}.amazonaws.com"),
            new("StringEquals", "kms:EncryptionContext:aws:s3:arn", Arn),
        ],
    };
}

public sealed record DataBucketProps
{
    public required CustomerKey Key { get; init; }

    public required AccessLogBucket AccessLogs { get; init; }

    public ObjectAges Ages { get; init; } = new();

    /// <summary>A bucket in another region that all objects are copied to; none, unless given.</summary>
    public Replica? Replica { get; init; }

    /// <summary>Terraform refuses to destroy the bucket while this is on. Without, it is destroyed with all that is in it.</summary>
    public bool PreventDestroy { get; init; } = true;

    internal string Checked(string id)
    {
        Foundations.Rules.Check($"bucket '{id}'", [.. Ages.Checks, .. Replica?.Checks ?? []]);
        return id;
    }
}
