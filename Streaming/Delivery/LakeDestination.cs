using HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream;
using Nautilus.Access;
using Nautilus.Foundations;
using Nautilus.Storage;

namespace Nautilus.Delivery;

/// <summary>Parquet by the columns of a table, in folders by its partitions. A delivery stream writes into 500 of these at once, unless AWS is asked for more.</summary>
public sealed record LakeDestination : Destination
{
    private readonly EventTable _table;

    internal LakeDestination(EventTable table) => _table = table;

    /// <summary>64 to 128 MB, and 60 to 900 seconds, of each folder. Queries are faster over few and large objects.</summary>
    public Buffering Buffer { get; init; } = new(128, TimeSpan.FromMinutes(5));

    /// <summary>How long to try again to put an object before its records go to the failures: 0 to 7200 seconds.</summary>
    public TimeSpan Retry { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Where records are kept as they came, too, one right after another in GZIP, by the hour, to go through a better transformation; nowhere, unless given.
    /// AWS lets it be turned on later, and never off: that makes a new delivery stream.
    /// </summary>
    public string? RawPrefix { get; init; }

    internal override string Type => "extended_s3";

    internal override string Text => $"table {_table.PlainName}";

    internal override DataBucket Failures => _table.Bucket;

    internal override string Metrics => "DeliveryToS3";

    internal override TimeSpan Interval => Buffer.Interval;

    // With partitions, Firehose gathers in stages, which takes half as long again.
    internal override TimeSpan Patience => (1.5 * Interval) + Retry;

    internal override IEnumerable<(bool, string)> Rules(DeliveryStreamProps stream) =>
    [
        (stream.Transform is not null, "to deliver into a table, it must have a Transform that says where an event belongs, got none"),
        .. Buffer.Rules(64, 128, 60, " where events go by partitions"),
        .. Buffering.RetryRules(Retry),
        .. RawPrefix is null ? [] : Objects.PrefixRules("raw prefix", RawPrefix),
        (RawPrefix is null || RawPrefix != _table.Location, $"raw prefix must not be where the table is, got '{RawPrefix}'"),
    ];

    internal override void GrantTo(Role role)
    {
        _table.Bucket.GrantToFirehose(role);
        _table.GrantToFirehose(role);
    }

    internal override void Configure(KinesisFirehoseDeliveryStreamConfig config, Delivery delivery)
    {
        var s3 = S3Delivery.To(_table.Bucket, delivery, Buffer, _table.PartitionedPrefix, S3Delivery.Transforming(delivery));
        // Parquet is compressed within, so Firehose must not do it again.
        s3.CompressionFormat = "UNCOMPRESSED";
        s3.DynamicPartitioningConfiguration = new KinesisFirehoseDeliveryStreamExtendedS3ConfigurationDynamicPartitioningConfiguration { Enabled = true, RetryDuration = Retry.TotalSeconds };
        s3.DataFormatConversionConfiguration = ParquetConversion.By(_table, delivery.Role);
        if (RawPrefix is not null)
            (s3.S3BackupMode, s3.S3BackupConfiguration) = ("Enabled", S3Delivery.Raw(_table.Bucket, delivery, RawPrefix));
        config.ExtendedS3Configuration = s3;
    }
}
