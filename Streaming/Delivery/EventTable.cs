using Constructs;
using HashiCorp.Cdktf.Providers.Aws.GlueCatalogDatabase;
using HashiCorp.Cdktf.Providers.Aws.GlueCatalogTable;
using Nautilus.Access;
using Nautilus.Storage;

namespace Nautilus.Delivery;

/// <summary>
/// The events in a bucket, as a table of the Glue catalog. Firehose writes Parquet with its columns. Athena, Spark and Redshift Spectrum
/// read the table. No crawler is needed.
/// </summary>
public sealed class EventTable : Construct
{
    private const string Parquet = "org.apache.hadoop.hive.ql.io.parquet";

    private readonly EventTableProps _props;

    /// <param name="scope">The stack.</param>
    /// <param name="id">The construct's id.</param>
    /// <param name="props">The table.</param>
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
            Description = $"Events in {props.Folder}, in Parquet",
            TableType = "EXTERNAL_TABLE",
            Parameters = Parameters(props.Partitions),
            PartitionKeys = props.Partitions.Select(InTerraform).ToArray(),
            StorageDescriptor = new GlueCatalogTableStorageDescriptor
            {
                Location = $"s3://{props.Bucket.Name}/{props.Folder}",
                InputFormat = $"{Parquet}.MapredParquetInputFormat",
                OutputFormat = $"{Parquet}.MapredParquetOutputFormat",
                SerDeInfo = new GlueCatalogTableStorageDescriptorSerDeInfo
                {
                    SerializationLibrary = $"{Parquet}.serde.ParquetHiveSerDe",
                    Parameters = new Dictionary<string, string> { ["serialization.format"] = "1" },
                },
                Columns = props.Columns.Select(InTerraform).ToArray(),
            },
        });
        (Database, Name) = (database.Name, table.Name);
    }

    /// <summary>The database's name. Resources that use it are created after the database.</summary>
    public string Database { get; }

    /// <summary>The table's name. Resources that use it are created after the table.</summary>
    public string Name { get; }

    internal DataBucket Bucket => _props.Bucket;

    internal string Folder => _props.Folder;

    /// <summary>The table with its database, as queries name it.</summary>
    internal string PlainName => $"{_props.Database}.{_props.Name}";

    /// <summary>The prefix of an event, by the partition keys that the transformation returns.</summary>
    internal string PartitionedPrefix => _props.PartitionedPrefix;

    /// <summary>For a Firehose that writes Parquet with the newest version of the table.</summary>
    internal void GrantToFirehose(Role role)
    {
        var location = Bucket.Location;
        role.Allow(new Statement("ReadSchema", ["glue:GetTable", "glue:GetTableVersion", "glue:GetTableVersions"],
        [
            location.Arn("glue", "catalog"),
            location.Arn("glue", $"database/{_props.Database}"),
            location.Arn("glue", $"table/{_props.Database}/{_props.Name}"),
        ]));
    }

    private static GlueCatalogTablePartitionKeys InTerraform(Partition partition) => new() { Name = partition.Name, Type = "string" };

    private static GlueCatalogTableStorageDescriptorColumns InTerraform(Column column) => new() { Name = column.Name, Type = column.Type };

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
