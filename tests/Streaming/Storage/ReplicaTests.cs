using Nautilus.Testing.Synth;

namespace Tests.Streaming.Storage;

public sealed class ReplicaTests
{
    private const string Backup = "arn:aws:s3:::lake-backup";
    private const string BackupKey = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    [Fact]
    public void A_replica_gets_copies_and_no_deletions() => LakeBucket.Synthesize(replica: new(Backup, BackupKey))
        .Should().HaveResource("aws_s3_bucket_replication_configuration.lake_replication_3C1F64B5", new
        {
            rule = new[]
            {
                new
                {
                    delete_marker_replication = new { status = "Disabled" },
                    destination = new { bucket = Backup, encryption_configuration = new { replica_kms_key_id = BackupKey } },
                },
            },
        });

    [Theory]
    [InlineData("lake-backup", BackupKey,
        "the replica's bucket must be the ARN of a bucket, such as arn:aws:s3:::backup, got 'lake-backup'")]
    [InlineData(Backup, "alias/backup", "the replica's key must be the ARN of a KMS key, such as " +
        "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab, got 'alias/backup'")]
    public void A_replica_that_S3_rejects_is_rejected(string bucket, string key, string rule) =>
        LakeBucket.Rejecting(replica: new(bucket, key)).Should().Be($"bucket 'lake': {rule}");
}
