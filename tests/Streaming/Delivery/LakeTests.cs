using Nautilus.Delivery;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Delivery;

public sealed class LakeTests
{
    private const string Address = "aws_kinesis_firehose_delivery_stream.clicks-to-lake";
    private const string Failures = "errors/clicks-to-lake/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd/HH}/";

    [Fact]
    public void Events_go_into_the_folders_of_their_partitions_as_Parquet() => Synthesize().Should().HaveResource(Address, new
    {
        name = "clicks-to-lake",
        destination = "extended_s3",
        kinesis_source_configuration = new
        {
            kinesis_stream_arn = "${aws_kinesis_stream.clicks.arn}", role_arn = "${aws_iam_role.clicks-to-lake_role_599BBF6C.arn}",
        },
        server_side_encryption = (object?)null,
        extended_s3_configuration = new
        {
            bucket_arn = "${aws_s3_bucket.lake.arn}",
            prefix = "events/event_type=!{partitionKeyFromLambda:event_type}/" +
                "year=!{partitionKeyFromLambda:year}/month=!{partitionKeyFromLambda:month}/" +
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
                schema_configuration = new
                {
                    database_name = "${aws_glue_catalog_database.table_database_EE7724E5.name}",
                    table_name = "${aws_glue_catalog_table.table.name}",
                },
            },
        },
    });

    [Fact]
    public void Defaults_of_Firehose_are_left_out_of_the_transformation()
    {
        var s3 = DeliverySample.DeliveryIn(Synthesize())["extended_s3_configuration"]!;

        s3["processing_configuration"]!["processors"]!.ToJsonString().Should().Be(
            """[{"parameters":[""" +
            """{"parameter_name":"LambdaArn","parameter_value":"${aws_lambda_function.transform_function_0500C126.arn}:$LATEST"},""" +
            """{"parameter_name":"BufferSizeInMBs","parameter_value":"0.2"}],"type":"Lambda"}]""");
    }

    [Fact]
    public void Firehose_begins_after_its_role_has_its_permissions() =>
        DeliverySample.DeliveryIn(Synthesize())["depends_on"]!.AsArray().Select(on => (string)on!)
            .Should().Contain(on => on.StartsWith("aws_iam_role_policy_attachment.clicks-to-lake_role", StringComparison.Ordinal));

    [Fact]
    public void The_role_reads_the_schema_of_this_table_only()
    {
        var schema = DeliverySample.Allowed(Synthesize(), "clicks-to-lake_role")["ReadSchema"];

        schema["actions"]!.AsArray().Select(action => (string)action!)
            .Should().Equal("glue:GetTable", "glue:GetTableVersion", "glue:GetTableVersions");
        schema["resources"]!.AsArray().Select(resource => ((string)resource!).Split(':', 6)[^1][^20..])
            .Should().HaveCount(3).And.OnlyHaveUniqueItems();
        schema["resources"]!.ToJsonString()
            .Should().Contain(":catalog\"").And.Contain(":database/nautilus\"").And.Contain(":table/nautilus/events\"");
    }

    [Fact]
    public void The_role_does_what_Firehose_calls_and_nothing_else() =>
        DeliverySample.Allowed(Synthesize(), "clicks-to-lake_role").Values
            .SelectMany(statement => statement["actions"]!.AsArray()).Select(action => (string)action!)
            .Should().BeEquivalentTo(
                "kinesis:DescribeStream", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards",
                "lambda:GetFunctionConfiguration", "lambda:InvokeFunction",
                "s3:AbortMultipartUpload", "s3:GetBucketLocation", "s3:GetObject",
                "s3:ListBucket", "s3:ListBucketMultipartUploads", "s3:PutObject",
                "kms:Decrypt", "kms:GenerateDataKey",
                "glue:GetTable", "glue:GetTableVersion", "glue:GetTableVersions",
                "logs:PutLogEvents");

    [Fact]
    public void S3_counts_the_objects_with_failed_records() =>
        Synthesize().Should().HaveResource("aws_s3_bucket_metric.clicks-to-lake_failures_23D49FBF", new
        {
            bucket = "${aws_s3_bucket.lake.bucket}",
            name = "clicks-to-lake",
            filter = new { prefix = "errors/clicks-to-lake/" },
        });

    [Fact]
    public void Buffer_and_retries_can_be_chosen() =>
        Synthesize(lake => lake with { Buffer = new(64, TimeSpan.FromMinutes(1)), Retry = TimeSpan.Zero })
            .Should().HaveResource(Address, new
            {
                extended_s3_configuration = new
                {
                    buffering_size = 64, buffering_interval = 60, dynamic_partitioning_configuration = new { retry_duration = 0 },
                },
            });

    [Fact]
    public void A_lake_can_keep_unchanged_records_too() =>
        Synthesize(lake => lake with { RawPrefix = "raw/" }).Should().HaveResource(Address, new
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

    private static string Synthesize(Func<LakeDestination, LakeDestination>? choose = null) =>
        DeliverySample.Synthesize(sample => sample.Deliver((choose ?? (lake => lake))(Destination.Lake(sample.Table))));
}
