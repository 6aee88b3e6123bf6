using HashiCorp.Cdktf;
using Nautilus.Access;
using Nautilus.Keys;
using Nautilus.Review.Access;
using Nautilus.Storage;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Storage;

public sealed class DataBucketTests
{
    private const string Backup = "arn:aws:s3:::lake-backup";
    private const string BackupKey = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    [Fact]
    public void A_bucket_is_closed_encrypted_versioned_and_over_TLS_only()
    {
        var stack = Testing.SynthScope(scope => Lake(scope));

        stack.Should().HaveResource("aws_s3_bucket.lake", new { bucket_prefix = "stack-lake-", lifecycle = new { prevent_destroy = true } });
        stack.Should().HaveResource("aws_s3_bucket_public_access_block.lake_access-block_54A76294", new
        {
            block_public_acls = true, block_public_policy = true, ignore_public_acls = true, restrict_public_buckets = true,
        });
        stack.Should().HaveResource("aws_s3_bucket_versioning.lake_versioning_CBDCED3A", new { versioning_configuration = new { status = "Enabled" } });
        stack.Should().HaveResource("aws_s3_bucket_server_side_encryption_configuration.lake_encryption_15554011", new
        {
            rule = new[]
            {
                new
                {
                    apply_server_side_encryption_by_default = new { kms_master_key_id = "${aws_kms_key.key.arn}", sse_algorithm = "aws:kms" },
                    bucket_key_enabled = true,
                },
            },
        });
        stack.Should().HaveData("aws_iam_policy_document.lake_access_200693EA", new
        {
            statement = new[]
            {
                new
                {
                    sid = "OverTlsOnly", effect = "Deny", actions = new[] { "s3:*" },
                    resources = new[] { "${aws_s3_bucket.lake.arn}", "${aws_s3_bucket.lake.arn}/*" },
                    condition = new[] { new { test = "Bool", variable = "aws:SecureTransport", values = new[] { "false" } } },
                },
            },
        });
    }

    [Fact]
    public void What_may_be_destroyed_is_destroyed_with_what_is_in_it() => Testing.SynthScope(scope => Lake(scope, preventDestroy: false))
        .Should().HaveResource("aws_s3_bucket.lake", new { force_destroy = true, lifecycle = new { prevent_destroy = false } });

    [Fact]
    public void Access_is_logged_into_a_bucket_that_takes_logs_of_this_one_only()
    {
        var stack = Testing.SynthScope(scope => Lake(scope));

        stack.Should().HaveResource("aws_s3_bucket_logging.lake_logging_F64CB046", new { target_bucket = "${aws_s3_bucket.access-logs.bucket}", target_prefix = "lake/" });
        stack.Should().HaveData("aws_iam_policy_document.access-logs_access_8AB0288F", new
        {
            statement = new object[]
            {
                new { sid = "OverTlsOnly" },
                new
                {
                    sid = "LogsOflake", actions = new[] { "s3:PutObject" }, resources = new[] { "${aws_s3_bucket.access-logs.arn}/lake/*" },
                    condition = new object[] { new { variable = "aws:SourceAccount" }, new { variable = "aws:SourceArn", values = new[] { "${aws_s3_bucket.lake.arn}" } } },
                },
            },
        });
    }

    [Fact]
    public void Old_objects_grow_cheaper_and_what_was_deleted_goes_after_a_month() => Testing.SynthScope(scope => Lake(scope, new() { DeepArchiveAfterDays = 730, DeleteAfterDays = 3650 }))
        .Should().HaveResource("aws_s3_bucket_lifecycle_configuration.lake_lifecycle_0B6E62BD", new
        {
            rule = new object[]
            {
                new { id = "clean-up", abort_incomplete_multipart_upload = new[] { new { days_after_initiation = 7 } }, filter = new[] { new { prefix = "" } }, status = "Enabled" },
                new
                {
                    id = "age",
                    transition = new[]
                    {
                        new { days = 90, storage_class = "STANDARD_IA" }, new { days = 180, storage_class = "GLACIER_IR" }, new { days = 730, storage_class = "DEEP_ARCHIVE" },
                    },
                    expiration = new[] { new { days = 3650 } },
                    noncurrent_version_expiration = new[] { new { noncurrent_days = 30 } },
                },
            },
        });

    [Fact]
    public void A_replica_takes_copies_and_no_deletions() => Testing.SynthScope(scope => Lake(scope, replica: new(Backup, BackupKey)))
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
    [InlineData(20, 180, null, null, "bucket 'lake': objects must be 30 days old at least before infrequent access, got 20")]
    [InlineData(90, 100, null, null, "bucket 'lake': the archive must come later than infrequent access by 30 days, got 100 and 90 days")]
    [InlineData(null, 180, 180, null, "bucket 'lake': the deep archive must come later than the archive, got 180 and 180 days")]
    [InlineData(90, null, null, 90, "bucket 'lake': deletion must come later than infrequent access, got 90 and 90 days")]
    [InlineData(null, null, null, 0, "bucket 'lake': objects must be 1 days old at least before deletion, got 0")]
    public void Ages_that_S3_refuses_are_refused(int? infrequent, int? archive, int? deep, int? delete, string message) =>
        Refused(new() { InfrequentAfterDays = infrequent, ArchiveAfterDays = archive, DeepArchiveAfterDays = deep, DeleteAfterDays = delete }).Should().Be(message);

    [Theory]
    [InlineData("lake-backup", BackupKey, "bucket 'lake': the replica must be a bucket's ARN, such as arn:aws:s3:::backup, got 'lake-backup'")]
    [InlineData(Backup, "alias/backup", "bucket 'lake': the replica's key must be the ARN of a key, not of an alias, got 'alias/backup'")]
    public void A_replica_that_is_none_is_refused(string bucket, string key, string message) =>
        Refused(replica: new(bucket, key)).Should().Be(message);

    [Fact]
    public void A_reader_reads_below_its_prefix_and_decrypts_what_is_of_this_bucket()
    {
        var access = Grants.Of(Testing.SynthScope(scope =>
        {
            var lake = Lake(scope);
            lake.GrantRead(new ServiceRole(scope, "reader", Caller.Lambda, lake.Here, "read"), "events/");
        }));
        var (bucket, role) = (access.ArnOf("aws_s3_bucket.lake"), access.Roles.Single());

        access.May(role, ["s3"], [bucket, $"{bucket}/events/x", $"{bucket}/raw/x", $"{bucket}2", $"{bucket}2/events/x"])
            .Should().BeEquivalentTo($"s3:GetBucketLocation on {bucket}", $"s3:ListBucket on {bucket}", $"s3:GetObject on {bucket}/events/x");
        foreach (var (of, allowed) in new[] { (bucket, true), ($"{bucket}2", false) })
            (access.Decide(role, "kms:Decrypt", access.ArnOf("aws_kms_key.key"), new()
            {
                ["kms:ViaService"] = "s3.us-east-1.amazonaws.com", ["kms:EncryptionContext:aws:s3:arn"] = of,
            }) == Decision.Allowed).Should().Be(allowed);
    }

    private static string Refused(ObjectAges? ages = null, Replica? replica = null) =>
        FluentActions.Invoking(() => Testing.SynthScope(scope => Lake(scope, ages, replica))).Should().Throw<ArgumentException>().Which.Message;

    private static DataBucket Lake(TerraformStack scope, ObjectAges? ages = null, Replica? replica = null, bool preventDestroy = true) => new(scope, "lake", new()
    {
        Key = new CustomerKey(scope, "key", new() { Description = "Encrypts a lake" }),
        AccessLogs = new AccessLogBucket(scope, "access-logs"),
        Ages = ages ?? new(),
        Replica = replica,
        PreventDestroy = preventDestroy,
    });
}
