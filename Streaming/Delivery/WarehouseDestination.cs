using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream;
using Nautilus.Access;
using Nautilus.Foundations;
using Nautilus.Storage;
using Nautilus.Warehousing;

namespace Nautilus.Delivery;

/// <summary>
/// Rows of a table in a warehouse: Firehose puts records into a bucket, and lets Redshift copy them from there. What could not be
/// copied stays in the bucket, and a list of it among its manifests. Records must be JSON, a line each.
/// </summary>
public sealed record WarehouseDestination : Destination
{
    private readonly Warehouse _warehouse;
    private readonly string _table;
    private readonly DataBucket _staging;

    internal WarehouseDestination(Warehouse warehouse, string table, DataBucket staging) => (_warehouse, _table, _staging) = (warehouse, table, staging);

    /// <summary>What our transformation writes, in types of Redshift.</summary>
    public static IReadOnlyList<(string Name, string Type)> ColumnsOfEvents { get; } =
    [
        ("event_type", "VARCHAR(64)"),
        ("event_time", "TIMESTAMP"),
        ("event_id", "VARCHAR(256)"),
        ("source", "VARCHAR(256)"),
        ("value", "DOUBLE PRECISION"),
        ("attributes", "SUPER"),
        ("ingest_time", "TIMESTAMP"),
        ("ingest_shard", "VARCHAR(64)"),
        ("ingest_sequence", "VARCHAR(128)"),
        ("ingest_subsequence", "VARCHAR(32)"),
    ];

    /// <summary>
    /// 1 to 128 MB, and 0 to 900 seconds. Each copy wakes Redshift Serverless, which is billed for a minute at least: so it is the longest, unless given.
    /// </summary>
    public Buffering Buffer { get; init; } = new(128, TimeSpan.FromMinutes(15));

    /// <summary>How long to try again to copy: 0 to 7200 seconds.</summary>
    public TimeSpan Retry { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The table's columns, named as the fields of a record. Terraform makes the table once; later columns are for <c>ALTER TABLE</c>.</summary>
    public IReadOnlyList<(string Name, string Type)> Columns { get; init; } = ColumnsOfEvents;

    internal override string Type => "redshift";

    internal override string Text => $"table {_table} of the warehouse";

    internal override DataBucket Failures => _staging;

    internal override string Metrics => "DeliveryToRedshift";

    internal override TimeSpan Interval => Buffer.Interval;

    // Age is that of what is not in the bucket yet: retries of the copy come after.
    internal override TimeSpan Patience => Interval;

    // The list of what could not be copied Firehose puts where it likes, below errors/.
    internal override string FailuresOf(string name) => Objects.Errors;

    internal override ITerraformDependable[] Ready => _warehouse.Ready;

    internal override IEnumerable<(bool, string)> Rules(DeliveryStreamProps stream)
    {
        _warehouse.CheckReachable(stream.Name);
        return [.. Buffer.Rules(1, 128, 0), .. Buffering.RetryRules(Retry)];
    }

    internal override void Prepare() => _warehouse.AddTable(_table, Columns);

    internal override void GrantTo(Role role)
    {
        _staging.GrantToFirehose(role);
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
