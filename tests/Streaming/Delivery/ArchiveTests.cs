using Nautilus.Access;
using Nautilus.Delivery;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Delivery;

public sealed class ArchiveTests
{
    private const string Failures = "errors/raw-clicks/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd/HH}/";

    [Fact]
    public void Records_are_kept_as_they_came_a_line_each() => Synthesize().Should().HaveResource("aws_kinesis_firehose_delivery_stream.raw-clicks", new
    {
        destination = "extended_s3",
        extended_s3_configuration = new
        {
            bucket_arn = "${aws_s3_bucket.lake.arn}",
            prefix = "raw/!{timestamp:yyyy/MM/dd/HH}/",
            error_output_prefix = Failures,
            buffering_size = 128,
            buffering_interval = 900,
            compression_format = "GZIP",
            processing_configuration = new { enabled = true, processors = new[] { new { type = "AppendDelimiterToRecord" } } },
            dynamic_partitioning_configuration = (object?)null,
            data_format_conversion_configuration = (object?)null,
        },
    });

    [Fact]
    public void What_is_transformed_ends_its_lines_itself() => Synthesize(transforms: true).Should().HaveResource("aws_kinesis_firehose_delivery_stream.raw-clicks", new
    {
        extended_s3_configuration = new { processing_configuration = new { processors = new[] { new { type = "Lambda" } } } },
    });

    [Fact]
    public void Records_of_producers_wait_under_the_customer_key() => Synthesize(reads: false).Should().HaveResource("aws_kinesis_firehose_delivery_stream.raw-clicks", new
    {
        kinesis_source_configuration = (object?)null,
        server_side_encryption = new { enabled = true, key_type = "CUSTOMER_MANAGED_CMK", key_arn = "${aws_kms_key.key.arn}" },
    });

    [Fact]
    public void A_producer_may_put_into_this_delivery_stream_and_no_more()
    {
        var synthesized = DeliverySample.Synthesize(sample =>
            Archive(sample, reads: false).GrantPut(new ServiceRole(sample.Key, "producer", Caller.EcsTask, sample.Source)));

        var put = DeliverySample.Allowed(synthesized, "key_producer").Should().ContainSingle().Which.Value;
        put["actions"]!.ToJsonString().Should().Be("""["firehose:PutRecord","firehose:PutRecordBatch"]""");
        put["resources"]!.ToJsonString().Should().Be("""["${aws_kinesis_firehose_delivery_stream.raw-clicks.arn}"]""");
    }

    [Fact]
    public void Nobody_puts_into_a_delivery_stream_that_has_a_source() =>
        DeliverySample.Rejecting(sample => Archive(sample).GrantPut(new ServiceRole(sample.Key, "producer", Caller.EcsTask, sample.Source))).Should().Be(
            "delivery stream 'raw-clicks': only one without a source takes records from producers, got the stream clicks; grant putting into that");

    [Fact]
    public void Its_log_is_under_the_key_and_the_role_writes_into_its_one_stream()
    {
        var synthesized = Synthesize();

        DeliverySample.Only(synthesized, "aws_cloudwatch_log_group")["name"]!.ToString().Should().Be("/aws/kinesisfirehose/raw-clicks");
        DeliverySample.Only(synthesized, "aws_cloudwatch_log_group")["kms_key_id"]!.ToString().Should().Be("${aws_kms_key.key.arn}");
        DeliverySample.Allowed(synthesized, "raw-clicks_role")["SayWhatFailed"]["resources"]!.ToJsonString()
            .Should().MatchRegex("""^\["\$\{aws_cloudwatch_log_stream\.raw-clicks_log_stream_[A-F0-9]+\.arn\}"\]$""");
    }

    [Fact]
    public void Only_this_delivery_stream_takes_the_role() =>
        DeliverySample.Synthesize(sample => Archive(sample)).Should().Contain(":deliverystream/raw-clicks\"");

    [Theory]
    [InlineData("raw", 128, 900, "prefix must be folders of letters, digits and _ . = -, ending in a slash, got 'raw'")]
    [InlineData("errors/", 128, 900, "prefix must not be below errors/, where failures go, got 'errors/'")]
    [InlineData("raw/", 0, 900, "buffer must be 1 to 128 MB, got 0")]
    [InlineData("raw/", 129, 900, "buffer must be 1 to 128 MB, got 129")]
    [InlineData("raw/", 1, -1, "buffer interval must be 0 to 900 seconds, got -1")]
    [InlineData("raw/", 1, 901, "buffer interval must be 0 to 900 seconds, got 901")]
    public void What_Firehose_would_refuse_is_rejected(string prefix, int megabytes, int seconds, string rule) =>
        DeliverySample.Rejecting(sample => sample.Deliver(Destination.Archive(sample.Bucket, prefix) with { Buffer = new(megabytes, TimeSpan.FromSeconds(seconds)) }))
            .Should().Be($"delivery stream 'clicks-to-lake': {rule}");

    [Fact]
    public void A_prefix_that_is_too_long_is_rejected() =>
        DeliverySample.Rejecting(sample => sample.Deliver(Destination.Archive(sample.Bucket, $"{new string('a', 997)}/"))).Should().Be(
            "delivery stream 'clicks-to-lake': prefix must have 997 characters at most, got 998");

    [Theory]
    [InlineData("")]
    [InlineData("raw clicks")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void Names_that_Firehose_refuses_are_rejected(string name) =>
        DeliverySample.Rejecting(sample => sample.Deliver(Destination.Archive(sample.Bucket), name: name)).Should().Be(
            $"Firehose '{name}': name must be 1 to 64 of a-z, A-Z, 0-9, '_', '.' and '-', got '{name}'");

    private static DeliveryStream Archive(DeliverySample sample, bool reads = true, bool transforms = false) =>
        sample.Deliver(Destination.Archive(sample.Bucket), reads, transforms, "raw-clicks");

    private static string Synthesize(bool reads = true, bool transforms = false) => DeliverySample.Synthesize(sample => Archive(sample, reads, transforms));
}
