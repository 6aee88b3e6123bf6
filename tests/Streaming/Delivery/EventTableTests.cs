using Nautilus.Delivery;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Delivery;

public sealed class EventTableTests
{
    [Fact]
    public void A_table_has_the_columns_and_the_partitions_of_our_transformation() =>
        DeliverySample.Synthesize(sample => _ = sample.Table).Should().HaveResource("aws_glue_catalog_table.table", new
        {
            name = "events",
            database_name = "${aws_glue_catalog_database.table_database_EE7724E5.name}",
            table_type = "EXTERNAL_TABLE",
            partition_keys = new[] { "event_type", "year", "month", "day", "hour" }.Select(name => new { name, type = "string" }),
            storage_descriptor = new
            {
                location = "s3://${aws_s3_bucket.lake.bucket}/events/",
                input_format = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
                output_format = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
                ser_de_info = new { serialization_library = "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe" },
                columns = new[]
                {
                    new { name = "event_time", type = "timestamp" },
                    new { name = "event_id", type = "string" },
                    new { name = "source", type = "string" },
                    new { name = "value", type = "double" },
                    new { name = "attributes", type = "map<string,string>" },
                    new { name = "ingest_time", type = "timestamp" },
                    new { name = "ingest_shard", type = "string" },
                    new { name = "ingest_sequence", type = "string" },
                    new { name = "ingest_subsequence", type = "string" },
                },
            },
        });

    [Fact]
    public void Athena_computes_the_partitions_without_a_crawler() => ParametersOf(Partition.OfEvents()).Should().BeEquivalentTo(
        new Dictionary<string, string>
        {
            ["EXTERNAL"] = "TRUE",
            ["classification"] = "parquet",
            ["projection.enabled"] = "true",
            ["projection.event_type.type"] = "injected",
            ["projection.year.type"] = "integer",
            ["projection.year.range"] = "2020,2040",
            ["projection.year.digits"] = "4",
            ["projection.month.type"] = "integer",
            ["projection.month.range"] = "1,12",
            ["projection.month.digits"] = "2",
            ["projection.day.type"] = "integer",
            ["projection.day.range"] = "1,31",
            ["projection.day.digits"] = "2",
            ["projection.hour.type"] = "integer",
            ["projection.hour.range"] = "0,23",
            ["projection.hour.digits"] = "2",
        });

    [Fact]
    public void A_query_need_not_give_a_type_if_all_types_are_given() =>
        ParametersOf(Partition.OfEvents(["click", "view"], firstYear: 2024, lastYear: 2030)).Should().Contain(new Dictionary<string, string>
        {
            ["projection.event_type.type"] = "enum",
            ["projection.event_type.values"] = "click,view",
            ["projection.year.range"] = "2024,2030",
        });

    [Fact]
    public void A_table_may_have_other_columns_partitions_and_another_place() =>
        DeliverySample.Synthesize(sample => sample.TableOf(new()
        {
            Bucket = sample.Bucket,
            Database = "readings",
            Name = "by_site",
            Prefix = "tables/by-site/",
            Columns = [new("reading", "struct<at:timestamp,of:double>"), new("price", "decimal(10,2)")],
            Partitions = [Partition.OneOf("site", "a", "b")],
        })).Should().HaveResource("aws_glue_catalog_table.table", new
        {
            name = "by_site",
            partition_keys = new[] { new { name = "site", type = "string" } },
            storage_descriptor = new
            {
                location = "s3://${aws_s3_bucket.lake.bucket}/tables/by-site/",
                columns = new[]
                {
                    new { name = "reading", type = "struct<at:timestamp,of:double>" },
                    new { name = "price", type = "decimal(10,2)" },
                },
            },
        });

    private static Dictionary<string, string> ParametersOf(IReadOnlyList<Partition> partitions)
    {
        var synthesized = DeliverySample.Synthesize(sample => sample.TableOf(new()
        {
            Bucket = sample.Bucket, Database = "nautilus", Partitions = partitions,
        }));
        return DeliverySample.Only(synthesized, "aws_glue_catalog_table")["parameters"]!.AsObject()
            .ToDictionary(parameter => parameter.Key, parameter => (string)parameter.Value!);
    }
}
