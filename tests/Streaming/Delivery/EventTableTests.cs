using Nautilus.Delivery;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Delivery;

public sealed class EventTableTests
{
    private static readonly Column[] OneColumn = [new("event_id", "string")];

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
    public void Athena_works_out_the_partitions_without_a_crawler() => ParametersOf(Partition.OfEvents()).Should().BeEquivalentTo(new Dictionary<string, string>
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
    public void Types_that_are_known_need_not_stand_in_each_query() =>
        ParametersOf(Partition.OfEvents(types: ["click", "view"], firstYear: 2024, lastYear: 2030)).Should().Contain(new Dictionary<string, string>
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
                columns = new[] { new { name = "reading", type = "struct<at:timestamp,of:double>" }, new { name = "price", type = "decimal(10,2)" } },
            },
        });

    [Theory]
    [InlineData("Events", "nautilus", "it must have a name of 1 to 255 of a-z, 0-9 and '_' that begins with a letter, got 'Events'")]
    [InlineData("click-events", "nautilus", "it must have a name of 1 to 255 of a-z, 0-9 and '_' that begins with a letter, got 'click-events'")]
    [InlineData("events", "1st", "its database must have a name of 1 to 255 of a-z, 0-9 and '_' that begins with a letter, got '1st'")]
    public void Names_that_Athena_would_want_in_quotes_are_rejected(string name, string database, string rule) =>
        Rejecting(new() { Bucket = null!, Database = database, Name = name }).Should().Be($"table '{name}': {rule}");

    [Theory]
    [InlineData("", "prefix must be a folder of the table's own, got ''")]
    [InlineData("events", "prefix must be folders of letters, digits and _ . = -, ending in a slash, got 'events'")]
    [InlineData("/events/", "prefix must be folders of letters, digits and _ . = -, ending in a slash, got '/events/'")]
    [InlineData("events/!{timestamp:yyyy}/", "prefix must be folders of letters, digits and _ . = -, ending in a slash, got 'events/!{timestamp:yyyy}/'")]
    [InlineData("errors/events/", "prefix must not be below errors/, where failures go, got 'errors/events/'")]
    public void A_place_is_a_folder_of_its_own(string prefix, string rule) =>
        Rejecting(new() { Bucket = null!, Database = "nautilus", Prefix = prefix }).Should().Be($"table 'events': {rule}");

    [Fact]
    public void A_path_that_S3_has_no_room_for_is_rejected() =>
        Rejecting(new() { Bucket = null!, Database = "nautilus", Columns = OneColumn, Partitions = [.. "abc".Select(key => Partition.Text(new(key, 200)))] }).Should().Be(
            "table 'events': prefix and partitions together must have 1024 characters at most, got 1291");

    [Fact]
    public void A_column_can_not_be_a_partition_too() =>
        Rejecting(new() { Bucket = null!, Database = "nautilus", Columns = [.. OneColumn, new("hour", "int")] }).Should().Be(
            "table 'events': each column and each partition must have a name of its own, got event_id, hour, event_type, year, month, day, hour");

    [Fact]
    public void All_that_is_wrong_with_columns_is_told_at_once() =>
        Rejecting(new() { Bucket = null!, Database = "nautilus", Columns = [new("Id", "string"), new("at", "datetime")] }).Should().Be(
            "table 'events': a column must have a name of 1 to 255 of a-z, 0-9 and '_' that begins with a letter, got 'Id'; " +
            "column 'at' must have a type of Hive, such as string, bigint or map<string,string>, got 'datetime'");

    [Fact]
    public void A_table_has_columns_and_partitions() =>
        Rejecting(new() { Bucket = null!, Database = "nautilus", Columns = [], Partitions = [] }).Should().Be(
            "table 'events': it must have at least one column, got none; it must have at least one partition, got none");

    [Theory]
    [MemberData(nameof(BadPartitions))]
    public void Partitions_that_Athena_could_not_work_out_are_rejected(Partition partition, string rule) =>
        Rejecting(new() { Bucket = null!, Database = "nautilus", Columns = OneColumn, Partitions = [partition] }).Should().Be($"table 'events': {rule}");

    public static TheoryData<Partition, string> BadPartitions => new()
    {
        { Partition.Text("event-type"), "a partition must have a name of 1 to 255 of a-z, 0-9 and '_' that begins with a letter, got 'event-type'" },
        { Partition.OneOf("site"), "partition 'site' must have at least one value, got none" },
        { Partition.OneOf("site", "a,b", "c"), "values of partition 'site' must be texts without commas, got 'a,b', 'c'" },
        { Partition.OneOf("site", "a", "a"), "partition 'site' must have each value once, got a, a" },
        { Partition.Number("year", 2030, 2024, 4), "partition 'year' must go from 0 or more upwards, got 2030 to 2024" },
        { Partition.Number("year", -1, 2024, 4), "partition 'year' must go from 0 or more upwards, got -1 to 2024" },
        { Partition.Number("day", 1, 31, 1), "partition 'day' must have digits enough for 31, got 1" },
    };

    private static Dictionary<string, string> ParametersOf(IReadOnlyList<Partition> partitions) =>
        DeliverySample.Only(DeliverySample.Synthesize(sample => sample.TableOf(new() { Bucket = sample.Bucket, Database = "nautilus", Partitions = partitions })), "aws_glue_catalog_table")
            ["parameters"]!.AsObject().ToDictionary(parameter => parameter.Key, parameter => (string)parameter.Value!);

    private static string Rejecting(EventTableProps props) => DeliverySample.Rejecting(sample => sample.TableOf(props with { Bucket = sample.Bucket }));
}
