using Nautilus.Testing.Synth;
using Nautilus.Warehousing;

namespace Tests.Streaming.Warehousing;

public sealed class WarehouseTableTests
{
    private const string NotAnIdentifier = "must be 1 to 127 of a-z, 0-9 and '_', and begin with a letter, got";
    private const string NotAType = "the type of column id must be a type of Redshift, such as VARCHAR(64), got";

    [Fact]
    public void Terraform_creates_a_table_once_and_never_changes_it() =>
        SynthesizedWarehouse.Of(use: warehouse => warehouse.AddTable("events", [new("id", "VARCHAR(64)"), new("at", "TIMESTAMP")]))
            .Should().HaveResource("aws_redshiftdata_statement.warehouse_table-events_73A98E42", new
            {
                sql = "CREATE TABLE IF NOT EXISTS public.\"events\" (\"id\" VARCHAR(64), \"at\" TIMESTAMP)",
                database = "events",
                secret_arn = SynthesizedWarehouse.Secret,
                workgroup_name = "${aws_redshiftserverless_workgroup.warehouse.workgroup_name}",
                lifecycle = new
                {
                    ignore_changes = "all",
                    replace_triggered_by = new[] { $"{SynthesizedWarehouse.Namespace}.namespace_id" },
                },
            });

    [Theory]
    [InlineData("Events", "id", "INT", $"name {NotAnIdentifier} 'Events'")]
    [InlineData("events", "Id", "INT", $"the name of a column {NotAnIdentifier} 'Id'")]
    [InlineData("events", "id", "INT); DROP TABLE events; --", $"{NotAType} 'INT); DROP TABLE events; --'")]
    [InlineData("events", "id", "", $"{NotAType} ''")]
    [InlineData("events", "at", "INT", "the names of columns must be unique, got at, at")]
    public void A_table_that_Redshift_refuses_is_rejected(string table, string column, string type, string rule) =>
        Rejected.AtOnce(() => TableSql.CreateIfMissing(table, [new("at", "TIMESTAMP"), new(column, type)]))
            .Should().Be($"table '{table}': {rule}");

    [Fact]
    public void A_table_without_columns_is_rejected() => Rejected.AtOnce(() => TableSql.CreateIfMissing("events", []))
        .Should().Be("table 'events': the number of columns must be 1 to 1600, got 0");

    [Theory]
    [InlineData("VARCHAR(64)"), InlineData("varchar(max)"), InlineData("VARCHAR(MAX)"), InlineData("NUMERIC(18, 4)")]
    [InlineData("DOUBLE PRECISION"), InlineData("INT8"), InlineData("TIMESTAMP"), InlineData("TIMESTAMP WITHOUT TIME ZONE")]
    [InlineData("SUPER"), InlineData("BIGINT NOT NULL")]
    public void Types_of_Redshift_are_accepted(string type) =>
        TableSql.CreateIfMissing("events", [new("at", type)]).Should().EndWith($"\"at\" {type})");
}
