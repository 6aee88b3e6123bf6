using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.S3BucketReplicationConfiguration;
using Nautilus.Access;
using Nautilus.Alarms;

namespace Nautilus.Storage;

/// <summary>Copies each new object of a bucket to another one. What is deleted here stays there.</summary>
internal static class Replication
{
    private const string Rule = "all";

    /// <summary>How many objects S3 could not copy, and does not try again.</summary>
    public static Metric Failed(DataBucket bucket, Replica replica) => new("AWS/S3", "OperationsFailedReplication", "Sum", new Dictionary<string, string>
    {
        ["SourceBucket"] = bucket.Name,
        ["DestinationBucket"] = Storage.BucketArn.NameIn(replica.BucketArn),
        ["RuleId"] = Rule,
    });

    public static void Of(DataBucket bucket, Replica replica, ITerraformDependable versions)
    {
        var role = new ServiceRole(bucket, "replicator", Caller.S3Bucket(bucket.Arn), bucket.Here, "copy objects of a bucket to its replica");
        role.Allow(
            new Statement("ReadSettings", ["s3:GetReplicationConfiguration", "s3:ListBucket"], [bucket.Arn]),
            new Statement("ReadVersions", ["s3:GetObjectVersionAcl", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionTagging"], [$"{bucket.Arn}/*"]),
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
        new S3BucketReplicationConfigurationA(bucket, "replication", new S3BucketReplicationConfigurationAConfig
        {
            Bucket = bucket.Name,
            Role = role.Arn,
            Rule = new[]
            {
                new S3BucketReplicationConfigurationRule
                {
                    Id = Rule,
                    Status = "Enabled",
                    Priority = 0,
                    Filter = new S3BucketReplicationConfigurationRuleFilter { Prefix = "" },
                    DeleteMarkerReplication = new S3BucketReplicationConfigurationRuleDeleteMarkerReplication { Status = "Disabled" },
                    SourceSelectionCriteria = new S3BucketReplicationConfigurationRuleSourceSelectionCriteria
                    {
                        SseKmsEncryptedObjects = new S3BucketReplicationConfigurationRuleSourceSelectionCriteriaSseKmsEncryptedObjects { Status = "Enabled" },
                    },
                    Destination = new S3BucketReplicationConfigurationRuleDestination
                    {
                        Bucket = replica.BucketArn,
                        StorageClass = "STANDARD_IA",
                        Metrics = new S3BucketReplicationConfigurationRuleDestinationMetrics { Status = "Enabled" },
                        EncryptionConfiguration = new S3BucketReplicationConfigurationRuleDestinationEncryptionConfiguration { ReplicaKmsKeyId = replica.KeyArn },
                    },
                },
            },
            DependsOn = [versions, .. role.Permissions],
        });
    }
}
