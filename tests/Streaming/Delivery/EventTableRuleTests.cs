using Nautilus.Delivery;

namespace Tests.Streaming.Delivery;

public sealed class EventTableRuleTests
{
    private static readonly EventTableProps Events = new() { Bucket = null!, Database = "nautilus" };
    private static readonly Column[] OneColumn = [new("event_id", "string")];

    [Theory]
    [InlineData("Events", "nautilus", "name must be 1 to 255 of a-z, 0-9 and '_', and begin with a letter, got 'Events'")]
    [InlineData("click-events", "nautilus", "name must be 1 to 255 of a-z, 0-9 and '_', and begin with a letter, got 'click-events'")]
    [InlineData("events", "1st", "database must be 1 to 255 of a-z, 0-9 and '_', and begin with a letter, got '1st'")]
    public void Names_that_Athena_needs_in_quotes_are_rejected(string name, string database, string rule) =>
        Rejecting(Events with { Database = database, Name = name }).Should().Be($"table '{name}': {rule}");

    [Theory]
    [InlineData("", "prefix must be a separate folder, got ''")]
    [InlineData("events", "prefix must be folders of letters, digits and _ . = -, and end with a slash, got 'events'")]
    [InlineData("/events/", "prefix must be folders of letters, digits and _ . = -, and end with a slash, got '/events/'")]
    [InlineData("events/!{timestamp:yyyy}/",
        "prefix must be folders of letters, digits and _ . = -, and end with a slash, got 'events/!{timestamp:yyyy}/'")]
    [InlineData("errors/events/", "prefix must be outside of errors/, the folder of failed records, got 'errors/events/'")]
    public void A_prefix_is_a_separate_folder(string prefix, string rule) =>
        Rejecting(Events with { Prefix = prefix }).Should().Be($"table 'events': {rule}");

    [Fact]
    public void A_path_that_is_too_long_for_S3_is_rejected() =>
        Rejecting(Events with { Columns = OneColumn, Partitions = [.. "abc".Select(key => Partition.Text(new(key, 200)))] }).Should().Be(
            "table 'events': the length of prefix and partitions together must be 1024 or less, got 1291");

    [Fact]
    public void A_column_can_not_be_a_partition_too() =>
        Rejecting(Events with { Columns = [.. OneColumn, new("hour", "int")] }).Should().Be(
            "table 'events': the names of columns and partitions must be unique, got event_id, hour, event_type, year, month, day, hour");

    [Fact]
    public void All_mistakes_in_columns_are_reported_at_once() =>
        Rejecting(Events with { Columns = [new("Id", "string"), new("at", "datetime")] }).Should().Be(
            "table 'events': a column's name must be 1 to 255 of a-z, 0-9 and '_', and begin with a letter, got 'Id'; " +
            "the type of column 'at' must be a type of Hive, such as string, bigint or map<string,string>, got 'datetime'");

    [Fact]
    public void A_table_has_columns_and_partitions() =>
        Rejecting(Events with { Columns = [], Partitions = [] }).Should().Be(
            "table 'events': the number of columns must be 1 or more, got 0; the number of partitions must be 1 or more, got 0");

    [Theory]
    [MemberData(nameof(BadPartitions))]
    public void Partitions_that_Athena_can_not_compute_are_rejected(Partition partition, string rule) =>
        Rejecting(Events with { Columns = OneColumn, Partitions = [partition] }).Should().Be($"table 'events': {rule}");

    public static TheoryData<Partition, string> BadPartitions => new()
    {
        { Partition.Text("type-1"), "a partition's name must be 1 to 255 of a-z, 0-9 and '_', and begin with a letter, got 'type-1'" },
        { Partition.OneOf("site"), "the number of values of partition 'site' must be 1 or more, got 0" },
        { Partition.OneOf("site", "a,b", "c"), "the values of partition 'site' must be texts without commas, got 'a,b', 'c'" },
        { Partition.OneOf("site", "a", "a"), "the values of partition 'site' must be unique, got a, a" },
        { Partition.Number("year", 2030, 2024, 4), "the range of partition 'year' must be from 0 or more upwards, got 2030 to 2024" },
        { Partition.Number("year", -1, 2024, 4), "the range of partition 'year' must be from 0 or more upwards, got -1 to 2024" },
        { Partition.Number("day", 1, 31, 1), "the digits of partition 'day' must be 2 or more, got 1" },
    };

    private static string Rejecting(EventTableProps props) =>
        DeliverySample.Rejecting(sample => sample.TableOf(props with { Bucket = sample.Bucket }));
}
