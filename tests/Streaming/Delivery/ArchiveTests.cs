using Nautilus.Access;
using Nautilus.Delivery;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Delivery;

public sealed class ArchiveTests
{
    private const string Address = "aws_kinesis_firehose_delivery_stream.raw-clicks";
    private const string Failures = "errors/raw-clicks/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd/HH}/";

    [Fact]
    public void Records_are_kept_unchanged_one_on_each_line() => Synthesize().Should().HaveResource(Address, new
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
    public void The_transformation_ends_its_lines_itself() => Synthesize(transforms: true).Should().HaveResource(Address, new
    {
        extended_s3_configuration = new { processing_configuration = new { processors = new[] { new { type = "Lambda" } } } },
    });

    [Fact]
    public void The_customer_key_encrypts_buffered_records_of_producers() => Synthesize(reads: false).Should().HaveResource(Address, new
    {
        kinesis_source_configuration = (object?)null,
        server_side_encryption = new { enabled = true, key_type = "CUSTOMER_MANAGED_CMK", key_arn = "${aws_kms_key.key.arn}" },
    });

    [Fact]
    public void A_producer_may_put_into_this_delivery_stream_and_no_more()
    {
        var synthesized = DeliverySample.Synthesize(sample =>
            Archive(sample, reads: false).GrantPut(Producer(sample)));

        var put = DeliverySample.Allowed(synthesized, "key_producer").Should().ContainSingle().Which.Value;
        put["actions"]!.ToJsonString().Should().Be("""["firehose:PutRecord","firehose:PutRecordBatch"]""");
        put["resources"]!.ToJsonString().Should().Be("""["${aws_kinesis_firehose_delivery_stream.raw-clicks.arn}"]""");
    }

    [Fact]
    public void Nobody_puts_into_a_delivery_stream_that_has_a_source() =>
        DeliverySample.Rejecting(sample => Archive(sample).GrantPut(Producer(sample))).Should().Be(
            "delivery stream 'raw-clicks': it must have no source, to accept records from producers, got clicks; " +
            "use GrantPut of that stream");

    [Fact]
    public void The_key_encrypts_its_log_and_the_role_writes_into_its_one_log_stream()
    {
        var synthesized = Synthesize();

        var log = DeliverySample.Only(synthesized, "aws_cloudwatch_log_group");
        log["name"]!.ToString().Should().Be("/aws/kinesisfirehose/raw-clicks");
        log["kms_key_id"]!.ToString().Should().Be("${aws_kms_key.key.arn}");
        DeliverySample.Allowed(synthesized, "raw-clicks_role")["SayWhatFailed"]["resources"]!.ToJsonString()
            .Should().MatchRegex("""^\["\$\{aws_cloudwatch_log_stream\.raw-clicks_log_stream_[A-F0-9]+\.arn\}"\]$""");
    }

    [Fact]
    public void Only_this_delivery_stream_may_assume_the_role() =>
        DeliverySample.Synthesize(sample => Archive(sample)).Should().Contain(":deliverystream/raw-clicks\\\"");

    [Theory]
    [InlineData("raw", 128, 900, "prefix must be folders of letters, digits and _ . = -, and end with a slash, got 'raw'")]
    [InlineData("errors/", 128, 900, "prefix must be outside of errors/, the folder of failed records, got 'errors/'")]
    [InlineData("raw/", 0, 900, "buffer must be 1 to 128 MB, got 0")]
    [InlineData("raw/", 129, 900, "buffer must be 1 to 128 MB, got 129")]
    [InlineData("raw/", 1, -1, "buffer interval must be 0 to 900 seconds, got -1")]
    [InlineData("raw/", 1, 901, "buffer interval must be 0 to 900 seconds, got 901")]
    public void Settings_that_Firehose_rejects_are_rejected(string prefix, int megabytes, int seconds, string rule) =>
        DeliverySample.RejectingDelivery(sample => Destination.Archive(sample.Bucket, prefix) with
        {
            Buffer = new(megabytes, TimeSpan.FromSeconds(seconds)),
        }).Should().Be($"delivery stream 'clicks-to-lake': {rule}");

    [Fact]
    public void A_prefix_that_is_too_long_is_rejected() =>
        DeliverySample.RejectingDelivery(sample => Destination.Archive(sample.Bucket, $"{new string('a', 997)}/")).Should().Be(
            "delivery stream 'clicks-to-lake': the length of prefix must be 997 or less, got 998");

    [Theory]
    [InlineData("")]
    [InlineData("raw clicks")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void Names_that_Firehose_rejects_are_rejected(string name) =>
        DeliverySample.Rejecting(sample => sample.Deliver(Destination.Archive(sample.Bucket), name: name)).Should().Be(
            $"delivery stream '{name}': name must be 1 to 64 of a-z, A-Z, 0-9, '_', '.' and '-', got '{name}'");

    private static DeliveryStream Archive(DeliverySample sample, bool reads = true, bool transforms = false) =>
        sample.Deliver(Destination.Archive(sample.Bucket), reads, transforms, "raw-clicks");

    private static ServiceRole Producer(DeliverySample sample) => new(sample.Key, "producer", Caller.EcsTask, sample.Source.Location);

    private static string Synthesize(bool reads = true, bool transforms = false) =>
        DeliverySample.Synthesize(sample => Archive(sample, reads, transforms));
}
