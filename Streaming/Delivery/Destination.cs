using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream;
using HashiCorp.Cdktf.Providers.Aws.S3BucketMetric;
using Nautilus.Access;
using Nautilus.Foundations;
using Nautilus.Search;
using Nautilus.Storage;
using Nautilus.Warehousing;

namespace Nautilus.Delivery;

/// <summary>Where a delivery stream delivers. What can be chosen beside is chosen by <c>with</c>.</summary>
public abstract record Destination
{
    private protected Destination()
    {
    }

    /// <summary>Parquet in a bucket, in folders by what the transformation says of an event, to be queried as a table.</summary>
    public static LakeDestination Lake(EventTable table) => new(table);

    /// <summary>Records as they came, a line each, in GZIP, by the hour.</summary>
    public static ArchiveDestination Archive(DataBucket bucket, string prefix = "raw/") => new(bucket, prefix);

    /// <summary>Documents in an index of a search domain. What it does not take is kept in a bucket.</summary>
    public static SearchDestination Search(SearchDomain domain, string index, DataBucket failures) => new(domain, index, failures);

    /// <summary>Rows of a table that is made for them. They go through a bucket, where what failed stays, as all else does until it grows old.</summary>
    public static WarehouseDestination Warehouse(Warehouse warehouse, string table, DataBucket staging) => new(warehouse, table, staging);

    /// <summary>As Terraform calls it.</summary>
    internal abstract string Type { get; }

    /// <summary>For a dashboard.</summary>
    internal abstract string Text { get; }

    /// <summary>Where that goes which can't be delivered.</summary>
    internal abstract DataBucket Failures { get; }

    /// <summary>The beginning of the names of the metrics of what is delivered.</summary>
    internal abstract string Metrics { get; }

    /// <summary>How often it delivers, where little comes.</summary>
    internal abstract TimeSpan Interval { get; }

    /// <summary>How old a record may become in Firehose before something must be wrong.</summary>
    internal abstract TimeSpan Patience { get; }

    /// <summary>Whether the metric of age is of S3, without which records are lost after a day. Elsewhere they go to S3 in the end.</summary>
    internal virtual bool IsS3 => true;

    internal virtual ITerraformDependable[] Ready => [];

    internal abstract IEnumerable<(bool Holds, string Rule)> Rules(DeliveryStreamProps stream);

    /// <summary>Makes what must be there before.</summary>
    internal virtual void Prepare()
    {
    }

    internal abstract void GrantTo(Role role);

    internal abstract void Configure(KinesisFirehoseDeliveryStreamConfig config, Delivery delivery);

    internal virtual Role RoleIn(Construct scope, string name, Location here) =>
        new ServiceRole(scope, "role", Caller.Firehose(name), here, "deliver records");

    /// <summary>Where in the bucket that goes.</summary>
    internal virtual string FailuresOf(string name) => Objects.FailuresBelow(name);

    /// <summary>Firehose has no metric of what it puts among the failures, but S3 counts what is put there.</summary>
    internal void CountFailures(Construct scope, string name) => new S3BucketMetric(scope, "failures", new S3BucketMetricConfig
    {
        Bucket = Failures.Name,
        Name = name,
        Filter = new S3BucketMetricFilter { Prefix = FailuresOf(name) },
    });
}
