using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.S3BucketReplicationConfiguration;
using Nautilus.Access;
using Nautilus.Alarms;
using DeleteMarkers = HashiCorp.Cdktf.Providers.Aws.S3BucketReplicationConfiguration.
    S3BucketReplicationConfigurationRuleDeleteMarkerReplication;
using DestinationEncryption = HashiCorp.Cdktf.Providers.Aws.S3BucketReplicationConfiguration.
    S3BucketReplicationConfigurationRuleDestinationEncryptionConfiguration;
using DestinationMetrics = HashiCorp.Cdktf.Providers.Aws.S3BucketReplicationConfiguration.
    S3BucketReplicationConfigurationRuleDestinationMetrics;
using EncryptedObjects = HashiCorp.Cdktf.Providers.Aws.S3BucketReplicationConfiguration.
    S3BucketReplicationConfigurationRuleSourceSelectionCriteriaSseKmsEncryptedObjects;

namespace Nautilus.Storage;

/// <summary>Copies each new object of a bucket to another bucket. A deletion is not copied.</summary>
internal static class Replication
{
    private const string RuleId = "all";

    /// <summary>The number of objects that S3 failed to copy. S3 does not retry these objects.</summary>
    public static Metric Failed(DataBucket bucket, Replica replica)
    {
        var dimensions = new Dictionary<string, string>
        {
            ["SourceBucket"] = bucket.Name,
            ["DestinationBucket"] = replica.BucketName,
            ["RuleId"] = RuleId,
        };
        return new("AWS/S3", "OperationsFailedReplication", "Sum", dimensions);
    }

    public static void Of(DataBucket bucket, Replica replica, ITerraformDependable versions)
    {
        var role = Replicator(bucket, replica);
        new S3BucketReplicationConfigurationA(bucket, "replication", new S3BucketReplicationConfigurationAConfig
        {
            Bucket = bucket.Name,
            Role = role.Arn,
            Rule = new[]
            {
                new S3BucketReplicationConfigurationRule
                {
                    Id = RuleId,
                    Status = "Enabled",
                    Priority = 0,
                    Filter = new S3BucketReplicationConfigurationRuleFilter { Prefix = "" },
                    DeleteMarkerReplication = new DeleteMarkers { Status = "Disabled" },
                    SourceSelectionCriteria = new S3BucketReplicationConfigurationRuleSourceSelectionCriteria
                    {
                        SseKmsEncryptedObjects = new EncryptedObjects { Status = "Enabled" },
                    },
                    Destination = new S3BucketReplicationConfigurationRuleDestination
                    {
                        Bucket = replica.BucketArn,
                        StorageClass = "STANDARD_IA",
                        Metrics = new DestinationMetrics { Status = "Enabled" },
                        EncryptionConfiguration = new DestinationEncryption { ReplicaKmsKeyId = replica.KeyArn },
                    },
                },
            },
            DependsOn = [versions, .. role.Permissions],
        });
    }

    private static ServiceRole Replicator(DataBucket bucket, Replica replica)
    {
        const string purpose = "copy objects of a bucket to its replica";
        var role = new ServiceRole(bucket, "replicator", Caller.S3, bucket.Location, purpose);
        role.Allow(
            new Statement("ReadSettings", ["s3:GetReplicationConfiguration", "s3:ListBucket"], [bucket.Arn]),
            new Statement("ReadVersions",
                ["s3:GetObjectVersionAcl", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionTagging"], [$"{bucket.Arn}/*"]),
            new Statement("WriteCopies", ["s3:ReplicateObject", "s3:ReplicateTags"], [$"{replica.BucketArn}/*"]),
            bucket.UseOfKey("DecryptObjects", ["kms:Decrypt"]),
            new Statement("EncryptCopies", ["kms:Encrypt", "kms:GenerateDataKey"], [replica.KeyArn])
            {
                Conditions =
                [
                    new("StringEquals", "kms:ViaService", $"s3.{replica.Region}.amazonaws.com"),
                    new("StringLike", "kms:EncryptionContext:aws:s3:arn", replica.BucketArn, $"{replica.BucketArn}/*"),
                ],
            });
        return role;
    }
}
