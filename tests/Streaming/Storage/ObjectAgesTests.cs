using Nautilus.Testing.Synth;

namespace Tests.Streaming.Storage;

public sealed class ObjectAgesTests
{
    [Fact]
    public void Old_objects_move_to_cheaper_storage_and_deleted_ones_can_be_restored_for_a_month() =>
        LakeBucket.Synthesize(new() { DeepArchiveAfterDays = 730, DeleteAfterDays = 3650 })
            .Should().HaveResource("aws_s3_bucket_lifecycle_configuration.lake_lifecycle_0B6E62BD", new
            {
                rule = new object[]
                {
                    new
                    {
                        id = "clean-up",
                        abort_incomplete_multipart_upload = new[] { new { days_after_initiation = 7 } },
                        filter = new[] { new { prefix = "" } },
                        status = "Enabled",
                    },
                    new
                    {
                        id = "age",
                        transition = new[]
                        {
                            new { days = 90, storage_class = "STANDARD_IA" },
                            new { days = 180, storage_class = "GLACIER_IR" },
                            new { days = 730, storage_class = "DEEP_ARCHIVE" },
                        },
                        expiration = new[] { new { days = 3650 } },
                        noncurrent_version_expiration = new[] { new { noncurrent_days = 30 } },
                    },
                },
            });

    [Theory]
    [InlineData(20, 180, null, null, "InfrequentAfterDays must be 30 or more, got 20")]
    [InlineData(90, 100, null, null, "ArchiveAfterDays must be 30 or more above InfrequentAfterDays, got 100 and 90")]
    [InlineData(null, 180, 180, null, "DeepArchiveAfterDays must be 1 or more above ArchiveAfterDays, got 180 and 180")]
    [InlineData(90, null, null, 90, "DeleteAfterDays must be 1 or more above InfrequentAfterDays, got 90 and 90")]
    [InlineData(null, null, null, 0, "DeleteAfterDays must be 1 or more, got 0")]
    public void Ages_that_S3_rejects_are_rejected(int? infrequent, int? archive, int? deep, int? delete, string rule) =>
        LakeBucket.Rejecting(new()
        {
            InfrequentAfterDays = infrequent,
            ArchiveAfterDays = archive,
            DeepArchiveAfterDays = deep,
            DeleteAfterDays = delete,
        }).Should().Be($"bucket 'lake': {rule}");
}
