using HashiCorp.Cdktf;
using Nautilus.Access;
using Nautilus.Review.Access;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Storage;

public sealed class DataBucketTests
{
    [Fact]
    public void A_bucket_is_closed_encrypted_versioned_and_over_TLS_only()
    {
        var stack = LakeBucket.Synthesize();

        stack.Should().HaveResource("aws_s3_bucket.lake", new
        {
            bucket_prefix = "stack-lake-", lifecycle = new { prevent_destroy = true },
        });
        stack.Should().HaveResource("aws_s3_bucket_public_access_block.lake_access-block_54A76294", new
        {
            block_public_acls = true, block_public_policy = true, ignore_public_acls = true, restrict_public_buckets = true,
        });
        stack.Should().HaveResource("aws_s3_bucket_versioning.lake_versioning_CBDCED3A", new
        {
            versioning_configuration = new { status = "Enabled" },
        });
        stack.Should().HaveResource("aws_s3_bucket_server_side_encryption_configuration.lake_encryption_15554011", new
        {
            rule = new[]
            {
                new
                {
                    apply_server_side_encryption_by_default = new
                    {
                        kms_master_key_id = "${aws_kms_key.key.arn}", sse_algorithm = "aws:kms",
                    },
                    bucket_key_enabled = true,
                },
            },
        });
        stack.Should().HavePolicy("aws_s3_bucket_policy.lake_policy_86ED2B2E", new
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
    public void A_bucket_that_may_be_destroyed_is_destroyed_with_its_objects() => LakeBucket.Synthesize(preventDestroy: false)
        .Should().HaveResource("aws_s3_bucket.lake", new { force_destroy = true, lifecycle = new { prevent_destroy = false } });

    [Fact]
    public void Access_is_logged_into_a_bucket_that_takes_logs_of_this_one_only()
    {
        var stack = LakeBucket.Synthesize();

        stack.Should().HaveResource("aws_s3_bucket_logging.lake_logging_F64CB046", new
        {
            target_bucket = "${aws_s3_bucket.access-logs.bucket}", target_prefix = "lake/",
        });
        stack.Should().HavePolicy("aws_s3_bucket_policy.access-logs_policy_2426E534", new
        {
            statement = new object[]
            {
                new { sid = "OverTlsOnly" },
                new
                {
                    sid = "LogsOflake", actions = new[] { "s3:PutObject" }, resources = new[] { "${aws_s3_bucket.access-logs.arn}/lake/*" },
                    condition = new object[]
                    {
                        new { variable = "aws:SourceAccount" },
                        new { variable = "aws:SourceArn", values = new[] { "${aws_s3_bucket.lake.arn}" } },
                    },
                },
            },
        });
    }

    [Fact]
    public void A_reader_reads_below_its_prefix_and_decrypts_objects_of_this_bucket_only()
    {
        var access = Grants.Of(Testing.SynthScope(scope =>
        {
            var lake = LakeBucket.Of(scope);
            lake.GrantRead(new ServiceRole(scope, "reader", Caller.Lambda, lake.Location, "read"), "events/");
        }));
        var (bucket, role) = (access.ArnOf("aws_s3_bucket.lake"), access.Roles.Single());

        access.May(role, ["s3"], [bucket, $"{bucket}/events/x", $"{bucket}/raw/x", $"{bucket}2", $"{bucket}2/events/x"])
            .Should().BeEquivalentTo(
                $"s3:GetBucketLocation on {bucket}", $"s3:ListBucket on {bucket}", $"s3:GetObject on {bucket}/events/x");
        foreach (var (of, allowed) in new[] { (bucket, true), ($"{bucket}2", false) })
            (access.Decide(role, "kms:Decrypt", access.ArnOf("aws_kms_key.key"), new()
            {
                ["kms:ViaService"] = "s3.us-east-1.amazonaws.com", ["kms:EncryptionContext:aws:s3:arn"] = of,
            }) == Decision.Allowed).Should().Be(allowed);
    }
}
