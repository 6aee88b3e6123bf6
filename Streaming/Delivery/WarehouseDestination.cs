using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream;
using Nautilus.Access;
using Nautilus.Foundations;
using Nautilus.Storage;
using Nautilus.Warehousing;

namespace Nautilus.Delivery;

/// <summary>
/// Rows of a table in a warehouse: Firehose writes records to a bucket, from where Redshift copies them. Records that Redshift can't copy
/// stay in the bucket, and a manifest lists them. A record must be JSON on one line.
/// </summary>
public sealed record WarehouseDestination : Destination
{
    private readonly Warehouse _warehouse;
    private readonly string _table;
    private readonly DataBucket _staging;

    internal WarehouseDestination(Warehouse warehouse, string table, DataBucket staging) =>
        (_warehouse, _table, _staging) = (warehouse, table, staging);

    /// <summary>The columns that our transformation writes, with types of Redshift.</summary>
    public static IReadOnlyList<TableColumn> ColumnsOfEvents { get; } =
        [.. EventFields.All.Select(field => new TableColumn(field.Name, field.RedshiftType))];

    /// <summary>
    /// 1 to 128 MB, and 0 to 900 seconds. Each copy starts Redshift Serverless, which bills a minute or more for it. The default is the
    /// longest interval.
    /// </summary>
    public Buffering Buffer { get; init; } = new(128, TimeSpan.FromMinutes(15));

    /// <summary>How long Firehose retries a copy: 0 to 7200 seconds.</summary>
    public TimeSpan Retry { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// The table's columns, with the names of the fields of a record. Terraform creates the table once. Add later columns by
    /// <c>ALTER TABLE</c>.
    /// </summary>
    public IReadOnlyList<TableColumn> Columns { get; init; } = ColumnsOfEvents;

    internal override string Type => "redshift";

    internal override string Text => $"table {_table} of the warehouse";

    internal override DataBucket Failures => _staging;

    internal override string Metrics => "DeliveryToRedshift";

    // Firehose reports no age for Redshift, but the age of records that are not in the bucket yet.
    internal override string MetricsOfAge => "DeliveryToS3";

    internal override TimeSpan Interval => Buffer.Interval;

    // The age ends in the bucket. Retries of the copy come later.
    internal override TimeSpan Patience => Interval;

    // No age reports records that are in the bucket, but not in the table.
    internal override bool PagesWhenFailing => true;

    // Firehose chooses the folder of the manifests of failed copies, below errors/.
    internal override string FailuresOf(string name) => Objects.Errors;

    internal override ITerraformDependable[] Ready => _warehouse.Ready;

    internal override IEnumerable<Rule> Rules(DeliveryStreamProps stream) =>
        [_warehouse.ReachableByFirehoseRule, .. Buffer.Rules(1, 128, 0), .. Buffering.RetryRules(Retry)];

    internal override void Prepare() => _warehouse.AddTable(_table, Columns);

    internal override void GrantTo(Role role, string name)
    {
        _staging.GrantToFirehose(role, Objects.StagingOf(name), FailuresOf(name));
        _warehouse.GrantToFirehose(role);
    }

    internal override void Configure(KinesisFirehoseDeliveryStreamConfig config, Delivery delivery)
    {
        var redshift = WarehouseDelivery.To(_warehouse, _staging, delivery, Buffer);
        redshift.DataTableName = _table;
        redshift.DataTableColumns = string.Join(',', Columns.Select(column => column.Name));
        redshift.RetryDuration = Retry.TotalSeconds;
        config.RedshiftConfiguration = redshift;
    }
}
