using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream;
using HashiCorp.Cdktf.Providers.Aws.S3BucketMetric;
using Nautilus.Access;
using Nautilus.Alarms;
using Nautilus.Foundations;
using Nautilus.Search;
using Nautilus.Storage;
using Nautilus.Warehousing;

namespace Nautilus.Delivery;

/// <summary>Where a delivery stream delivers records. Set options of a destination by <c>with</c>.</summary>
public abstract record Destination
{
    private protected Destination()
    {
    }

    /// <summary>Parquet in a bucket, in folders by the partition keys that the transformation returns, for queries of a table.</summary>
    public static LakeDestination Lake(EventTable table) => new(table);

    /// <summary>Unchanged records, one on each line, compressed by GZIP, in folders by the hour.</summary>
    public static ArchiveDestination Archive(DataBucket bucket, string prefix = "raw/") => new(bucket, prefix);

    /// <summary>Documents in an index of a search domain. Documents that the domain rejects are kept in a bucket.</summary>
    public static SearchDestination Search(SearchDomain domain, string index, DataBucket failures) => new(domain, index, failures);

    /// <summary>
    /// Rows of a table, which is created for them. The records go through a staging bucket, and stay there until the bucket deletes them.
    /// </summary>
    public static WarehouseDestination Warehouse(Warehouse warehouse, string table, DataBucket staging) => new(warehouse, table, staging);

    /// <summary>The kind of destination in Terraform.</summary>
    internal abstract string Type { get; }

    /// <summary>The destination in texts of alarms and dashboards.</summary>
    internal abstract string Text { get; }

    /// <summary>The bucket of failed records.</summary>
    internal abstract DataBucket Failures { get; }

    /// <summary>The beginning of the names of the delivery's metrics.</summary>
    internal abstract string Metrics { get; }

    /// <summary>The beginning of the name of the metric of the oldest record's age.</summary>
    internal virtual string MetricsOfAge => Metrics;

    /// <summary>The longest time between two deliveries while records arrive.</summary>
    internal abstract TimeSpan Interval { get; }

    /// <summary>The age that a record can reach in Firehose while nothing is wrong.</summary>
    internal abstract TimeSpan Patience { get; }

    /// <summary>
    /// Whether late records are lost in the end: Firehose discards records that it can't write to S3 for a day. For other destinations, S3
    /// is the last resort.
    /// </summary>
    internal virtual bool LosesLateRecords => true;

    /// <summary>Whether failing deliveries can't wait for the morning.</summary>
    internal virtual bool PagesWhenFailing => false;

    /// <summary>Resources that must exist before the delivery stream.</summary>
    internal virtual ITerraformDependable[] Ready => [];

    internal abstract IEnumerable<Rule> Rules(DeliveryStreamProps stream);

    /// <summary>The alarms that only this kind of destination has.</summary>
    internal virtual IEnumerable<Alarm> Alarms(DeliveryStreamProps stream) => [];

    /// <summary>Creates the resources that must exist before the delivery stream.</summary>
    internal virtual void Prepare()
    {
    }

    internal abstract void GrantTo(Role role, string name);

    internal abstract void Configure(KinesisFirehoseDeliveryStreamConfig config, Delivery delivery);

    internal virtual Role RoleIn(Construct scope, string name, Location location) =>
        new ServiceRole(scope, "role", Caller.Firehose(name), location, "deliver records");

    /// <summary>The folder of the failed records of a delivery stream.</summary>
    internal virtual string FailuresOf(string name) => Objects.FailuresBelow(name);

    /// <summary>Lets S3 count the objects with failed records, because Firehose has no metric of them.</summary>
    internal void CountFailures(Construct scope, string name) => new S3BucketMetric(scope, "failures", new S3BucketMetricConfig
    {
        Bucket = Failures.Name,
        Name = name,
        Filter = new S3BucketMetricFilter { Prefix = FailuresOf(name) },
    });
}
