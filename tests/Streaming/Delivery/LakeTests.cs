using Nautilus.Delivery;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Delivery;

public sealed class LakeTests
{
    private const string Failures = "errors/clicks-to-lake/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd/HH}/";

    [Fact]
    public void Events_go_into_the_folders_of_their_partitions_as_Parquet() => Synthesize().Should().HaveResource("aws_kinesis_firehose_delivery_stream.clicks-to-lake", new
    {
        name = "clicks-to-lake",
        destination = "extended_s3",
        kinesis_source_configuration = new { kinesis_stream_arn = "${aws_kinesis_stream.clicks.arn}", role_arn = "${aws_iam_role.clicks-to-lake_role_599BBF6C.arn}" },
        server_side_encryption = (object?)null,
        extended_s3_configuration = new
        {
            bucket_arn = "${aws_s3_bucket.lake.arn}",
            prefix = "events/event_type=!{partitionKeyFromLambda:event_type}/year=!{partitionKeyFromLambda:year}/month=!{partitionKeyFromLambda:month}/" +
                "day=!{partitionKeyFromLambda:day}/hour=!{partitionKeyFromLambda:hour}/",
            error_output_prefix = Failures,
            buffering_size = 128,
            buffering_interval = 300,
            compression_format = "UNCOMPRESSED",
            dynamic_partitioning_configuration = new { enabled = true, retry_duration = 300 },
            data_format_conversion_configuration = new
            {
                enabled = true,
                input_format_configuration = new { deserializer = new { open_x_json_ser_de = new { case_insensitive = true } } },
                output_format_configuration = new { serializer = new { parquet_ser_de = new { compression = "SNAPPY" } } },
                schema_configuration = new { database_name = "${aws_glue_catalog_database.table_database_EE7724E5.name}", table_name = "${aws_glue_catalog_table.table.name}" },
            },
        },
    });

    [Fact]
    public void What_equals_a_default_of_Firehose_is_left_out_of_the_transformation() =>
        DeliverySample.Only(Synthesize(), "aws_kinesis_firehose_delivery_stream")["extended_s3_configuration"]!["processing_configuration"]!["processors"]!.ToJsonString()
            .Should().Be("""
                [{"parameters":[{"parameter_name":"LambdaArn","parameter_value":"${aws_lambda_function.transform_function_0500C126.arn}:$LATEST"},{"parameter_name":"BufferSizeInMBs","parameter_value":"0.2"}],"type":"Lambda"}]
                """);

    [Fact]
    public void Nothing_is_asked_of_Firehose_before_its_role_may_do_it() =>
        DeliverySample.Only(Synthesize(), "aws_kinesis_firehose_delivery_stream")["depends_on"]!.AsArray().Select(on => (string)on!)
            .Should().Contain(on => on.StartsWith("aws_iam_role_policy_attachment.clicks-to-lake_role", StringComparison.Ordinal));

    [Fact]
    public void The_role_reads_the_schema_of_this_table_only()
    {
        var schema = DeliverySample.Allowed(Synthesize(), "clicks-to-lake_role")["ReadSchema"];

        schema["actions"]!.AsArray().Select(action => (string)action!).Should().Equal("glue:GetTable", "glue:GetTableVersion", "glue:GetTableVersions");
        schema["resources"]!.AsArray().Select(resource => ((string)resource!).Split(':', 6)[^1][^20..]).Should().HaveCount(3).And.OnlyHaveUniqueItems();
        schema["resources"]!.ToJsonString().Should().Contain(":catalog\"").And.Contain(":database/nautilus\"").And.Contain(":table/nautilus/events\"");
    }

    [Fact]
    public void The_role_does_what_Firehose_calls_and_nothing_else() =>
        DeliverySample.Allowed(Synthesize(), "clicks-to-lake_role").Values.SelectMany(statement => statement["actions"]!.AsArray()).Select(action => (string)action!)
            .Should().BeEquivalentTo(
                "kinesis:DescribeStream", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards",
                "lambda:GetFunctionConfiguration", "lambda:InvokeFunction",
                "s3:AbortMultipartUpload", "s3:GetBucketLocation", "s3:GetObject", "s3:ListBucket", "s3:ListBucketMultipartUploads", "s3:PutObject",
                "kms:Decrypt", "kms:GenerateDataKey",
                "glue:GetTable", "glue:GetTableVersion", "glue:GetTableVersions",
                "logs:PutLogEvents");

    [Fact]
    public void What_fails_is_counted_by_S3() => Synthesize().Should().HaveResource("aws_s3_bucket_metric.clicks-to-lake_failures_23D49FBF", new
    {
        bucket = "${aws_s3_bucket.lake.bucket}",
        name = "clicks-to-lake",
        filter = new { prefix = "errors/clicks-to-lake/" },
    });

    [Fact]
    public void Buffer_and_retries_can_be_chosen() =>
        Synthesize(lake => lake with { Buffer = new(64, TimeSpan.FromSeconds(60)), Retry = TimeSpan.Zero }).Should().HaveResource("aws_kinesis_firehose_delivery_stream.clicks-to-lake", new
        {
            extended_s3_configuration = new { buffering_size = 64, buffering_interval = 60, dynamic_partitioning_configuration = new { retry_duration = 0 } },
        });

    [Theory]
    [InlineData(63, 300, 300, "buffer must be 64 to 128 MB where events go by partitions, got 63")]
    [InlineData(129, 300, 300, "buffer must be 64 to 128 MB where events go by partitions, got 129")]
    [InlineData(64, 59, 300, "buffer interval must be 60 to 900 seconds where events go by partitions, got 59")]
    [InlineData(64, 901, 300, "buffer interval must be 60 to 900 seconds where events go by partitions, got 901")]
    [InlineData(64, 60.5, 300, "buffer interval must be whole seconds, got 00:01:00.5000000")]
    [InlineData(64, 60, -1, "retries must end after 0 to 7200 seconds, got -1")]
    [InlineData(64, 60, 7201, "retries must end after 0 to 7200 seconds, got 7201")]
    [InlineData(64, 60, 0.5, "retries must be whole seconds, got 00:00:00.5000000")]
    public void What_Firehose_would_refuse_is_rejected(int megabytes, double seconds, double retrySeconds, string rule) =>
        DeliverySample.Rejecting(sample => sample.Deliver(Destination.Lake(sample.Table) with
        {
            Buffer = new(megabytes, TimeSpan.FromSeconds(seconds)), Retry = TimeSpan.FromSeconds(retrySeconds),
        })).Should().Be($"delivery stream 'clicks-to-lake': {rule}");

    [Fact]
    public void Without_a_transformation_nobody_says_where_an_event_belongs() =>
        DeliverySample.Rejecting(sample => sample.Deliver(Destination.Lake(sample.Table), transforms: false)).Should().Be(
            "delivery stream 'clicks-to-lake': to deliver into a table, it must have a Transform that says where an event belongs, got none");

    [Fact]
    public void Records_can_be_kept_as_they_came_too() =>
        Synthesize(lake => lake with { RawPrefix = "raw/" }).Should().HaveResource("aws_kinesis_firehose_delivery_stream.clicks-to-lake", new
        {
            extended_s3_configuration = new
            {
                s3_backup_mode = "Enabled",
                s3_backup_configuration = new
                {
                    bucket_arn = "${aws_s3_bucket.lake.arn}",
                    prefix = "raw/!{timestamp:yyyy/MM/dd/HH}/",
                    error_output_prefix = "errors/clicks-to-lake/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd/HH}/",
                    compression_format = "GZIP",
                    cloudwatch_logging_options = new { enabled = true },
                },
            },
        });

    [Theory]
    [InlineData("raw", "raw prefix must be folders of letters, digits and _ . = -, ending in a slash, got 'raw'")]
    [InlineData("errors/raw/", "raw prefix must not be below errors/, where failures go, got 'errors/raw/'")]
    [InlineData("events/", "raw prefix must not be where the table is, got 'events/'")]
    public void Raw_records_have_a_place_of_their_own(string prefix, string rule) =>
        DeliverySample.Rejecting(sample => sample.Deliver(Destination.Lake(sample.Table) with { RawPrefix = prefix })).Should().Be($"delivery stream 'clicks-to-lake': {rule}");

    private static string Synthesize(Func<LakeDestination, LakeDestination>? choose = null) =>
        DeliverySample.Synthesize(sample => sample.Deliver((choose ?? (lake => lake))(Destination.Lake(sample.Table))));
}
