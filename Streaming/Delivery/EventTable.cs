using Constructs;
using HashiCorp.Cdktf.Providers.Aws.GlueCatalogDatabase;
using HashiCorp.Cdktf.Providers.Aws.GlueCatalogTable;
using Nautilus.Access;
using Nautilus.Storage;

namespace Nautilus.Delivery;

/// <summary>
/// The events in a bucket, as a table of the Glue catalog: Firehose writes Parquet by it, and Athena, Spark and Redshift Spectrum read by it.
/// No crawler is needed.
/// </summary>
public sealed class EventTable : Construct
{
    private const string Parquet = "org.apache.hadoop.hive.ql.io.parquet";

    private readonly EventTableProps _props;

    public EventTable(Construct scope, string id, EventTableProps props)
        : base(scope, props.Checked(id))
    {
        _props = props;
        var database = new GlueCatalogDatabase(this, "database", new GlueCatalogDatabaseConfig
        {
            Name = props.Database,
            Description = $"What {props.Name} leave behind",
        });
        var table = new GlueCatalogTable(this, "Default", new GlueCatalogTableConfig
        {
            Name = props.Name,
            DatabaseName = database.Name,
            Description = $"Events in {props.Location}, in Parquet",
            TableType = "EXTERNAL_TABLE",
            Parameters = Parameters(props.Partitions),
            PartitionKeys = props.Partitions.Select(partition => new GlueCatalogTablePartitionKeys { Name = partition.Name, Type = "string" }).ToArray(),
            StorageDescriptor = new GlueCatalogTableStorageDescriptor
            {
                Location = $"s3://{props.Bucket.Name}/{props.Location}",
                InputFormat = $"{Parquet}.MapredParquetInputFormat",
                OutputFormat = $"{Parquet}.MapredParquetOutputFormat",
                SerDeInfo = new GlueCatalogTableStorageDescriptorSerDeInfo
                {
                    SerializationLibrary = $"{Parquet}.serde.ParquetHiveSerDe",
                    Parameters = new Dictionary<string, string> { ["serialization.format"] = "1" },
                },
                Columns = props.Columns.Select(column => new GlueCatalogTableStorageDescriptorColumns { Name = column.Name, Type = column.Type }).ToArray(),
            },
        });
        (Database, Name) = (database.Name, table.Name);
    }

    public string Database { get; }

    public string Name { get; }

    internal DataBucket Bucket => _props.Bucket;

    internal string Location => _props.Location;

    internal string PlainName => $"{_props.Database}.{_props.Name}";

    /// <summary>Where Firehose puts an event, by the partition keys that the transformation gives.</summary>
    internal string PartitionedPrefix => _props.PartitionedPrefix;

    /// <summary>Firehose, which writes Parquet by the newest version of the table.</summary>
    internal void GrantToFirehose(Role role) => role.Allow(new Statement("ReadSchema", ["glue:GetTable", "glue:GetTableVersion", "glue:GetTableVersions"],
    [
        Bucket.Here.Arn("glue", "catalog"),
        Bucket.Here.Arn("glue", $"database/{_props.Database}"),
        Bucket.Here.Arn("glue", $"table/{_props.Database}/{_props.Name}"),
    ]));

    private static Dictionary<string, string> Parameters(IEnumerable<Partition> partitions) => new(
    [
        new("EXTERNAL", "TRUE"),
        new("classification", "parquet"),
        new("projection.enabled", "true"),
        .. from partition in partitions
           from part in partition.Projection
           select KeyValuePair.Create($"projection.{partition.Name}.{part.Setting}", part.Value),
    ]);
}
