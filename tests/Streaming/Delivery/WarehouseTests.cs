using System.Text.Json.Nodes;
using Nautilus.Delivery;
using Nautilus.Testing.Synth;
using Tests.Streaming.Streams;

namespace Tests.Streaming.Delivery;

public sealed class WarehouseTests
{
    private const string Address = "aws_kinesis_firehose_delivery_stream.clicks-to-warehouse";

    [Fact]
    public void Rows_are_copied_from_a_bucket_as_seldom_as_possible() => Synthesize().Should().HaveResource(Address, new
    {
        destination = "redshift",
        redshift_configuration = new
        {
            data_table_name = "clicks",
            data_table_columns = "event_type,event_time,event_id,source,value,attributes," +
                "ingest_time,ingest_shard,ingest_sequence,ingest_subsequence",
            copy_options = "JSON 'auto' GZIP TIMEFORMAT 'auto' TRUNCATECOLUMNS ACCEPTINVCHARS",
            retry_duration = 3600,
            processing_configuration = new { enabled = true, processors = new[] { new { type = "Lambda" } } },
            s3_configuration = new
            {
                bucket_arn = "${aws_s3_bucket.lake.arn}",
                prefix = "staging/clicks-to-warehouse/",
                error_output_prefix = "errors/clicks-to-warehouse/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd/HH}/",
                buffering_size = 128,
                buffering_interval = 900,
                compression_format = "GZIP",
            },
        },
    });

    [Fact]
    public void Nobody_types_a_password()
    {
        var redshift = Of(Synthesize());

        redshift["secrets_manager_configuration"]!["enabled"]!.GetValue<bool>().Should().BeTrue();
        redshift["secrets_manager_configuration"]!["secret_arn"]!.ToString().Should().MatchRegex(
            @"^\$\{aws_redshiftserverless_namespace\.warehouse_namespace_[A-F0-9]+\.admin_password_secret_arn\}$");
        redshift["cluster_jdbcurl"]!.ToString().Should().MatchRegex(
            @"^jdbc:redshift://\$\{aws_redshiftserverless_workgroup\.warehouse\.endpoint\[0\]\.address\}:5440/events$");
        redshift["username"].Should().BeNull();
        redshift["password"].Should().BeNull();
    }

    [Fact]
    public void The_table_exists_before_the_first_copy()
    {
        var synthesized = Synthesize();

        DeliverySample.Only(synthesized, "aws_redshiftdata_statement")["sql"]!.ToString().Should().Be(
            "CREATE TABLE IF NOT EXISTS public.\"clicks\" (" +
            "\"event_type\" VARCHAR(64), \"event_time\" TIMESTAMP, \"event_id\" VARCHAR(256), " +
            "\"source\" VARCHAR(256), \"value\" DOUBLE PRECISION, \"attributes\" SUPER, " +
            "\"ingest_time\" TIMESTAMP, \"ingest_shard\" VARCHAR(64), " +
            "\"ingest_sequence\" VARCHAR(128), \"ingest_subsequence\" VARCHAR(32))");
        DeliverySample.DeliveryIn(synthesized)["depends_on"]!.AsArray().Select(on => (string)on!)
            .Should().Contain(on => on.StartsWith("aws_redshiftdata_statement.warehouse_table-clicks", StringComparison.Ordinal));
    }

    [Fact]
    public void The_role_may_read_the_secret() => DeliverySample.Allowed(Synthesize(), "clicks-to-warehouse_role").Keys
        .Should().Contain(["LogIn", "DecryptLogin", "Deliver", "ReadRecords", "Transform"]);

    [Fact]
    public void A_table_may_have_other_columns_and_be_loaded_more_often()
    {
        var redshift = Of(Synthesize(warehouse => warehouse with
        {
            Columns = [new("id", "BIGINT"), new("at", "TIMESTAMPTZ")], Buffer = new(1, TimeSpan.FromMinutes(1)), Retry = TimeSpan.Zero,
        }));

        redshift["data_table_columns"]!.ToString().Should().Be("id,at");
        redshift["retry_duration"]!.GetValue<int>().Should().Be(0);
        redshift["s3_configuration"]!["buffering_size"]!.GetValue<int>().Should().Be(1);
        redshift["s3_configuration"]!["buffering_interval"]!.GetValue<int>().Should().Be(60);
    }

    [Theory]
    [InlineData(0, 900, 300, "buffer must be 1 to 128 MB, got 0")]
    [InlineData(129, 900, 300, "buffer must be 1 to 128 MB, got 129")]
    [InlineData(128, 901, 300, "buffer interval must be 0 to 900 seconds, got 901")]
    [InlineData(128, 900, 7201, "retry duration must be 0 to 7200 seconds, got 7201")]
    public void Settings_that_Firehose_rejects_are_rejected(int megabytes, int seconds, int retrySeconds, string rule) =>
        DeliverySample.RejectingDelivery(sample => Destination.Warehouse(sample.Warehouse, "clicks", sample.Bucket) with
        {
            Buffer = new(megabytes, TimeSpan.FromSeconds(seconds)), Retry = TimeSpan.FromSeconds(retrySeconds),
        }).Should().Be($"delivery stream 'clicks-to-lake': {rule}");

    [Fact]
    public void A_warehouse_that_Firehose_can_not_reach_is_rejected() =>
        DeliverySample.RejectingDelivery(sample => Destination.Warehouse(sample.WarehouseOf(reachable: false), "clicks", sample.Bucket))
            .Should().Be("delivery stream 'clicks-to-lake': its warehouse must be reachable by Firehose, which loads over the internet: " +
                "set ReachableByFirehose of warehouse 'clicks', got false");

    [Fact]
    public void One_alarm_watches_the_way_into_the_bucket_and_another_one_the_copy()
    {
        var alarms = OperatedStream.AlarmsOf(DeliverySample.Synthesize(sample => Deliver(sample).AlarmWhenInTrouble()));

        alarms["clicks-to-warehouse-late"]["metric_name"]!.ToString().Should().Be("DeliveryToS3.DataFreshness");
        alarms["clicks-to-warehouse-late"]["threshold"]!.GetValue<double>().Should().Be(900 + 600);
        alarms["clicks-to-warehouse-failing"].ToJsonString().Should().Contain("DeliveryToRedshift.Success");
    }

    private static JsonNode Of(string synthesized) => DeliverySample.DeliveryIn(synthesized)["redshift_configuration"]!;

    private static DeliveryStream Deliver(DeliverySample sample, Func<WarehouseDestination, WarehouseDestination>? choose = null)
    {
        var warehouse = Destination.Warehouse(sample.Warehouse, "clicks", sample.Bucket);
        return sample.Deliver(choose?.Invoke(warehouse) ?? warehouse, name: "clicks-to-warehouse");
    }

    private static string Synthesize(Func<WarehouseDestination, WarehouseDestination>? choose = null) =>
        DeliverySample.Synthesize(sample => Deliver(sample, choose));
}
