using HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream;
using Nautilus.Access;
using Nautilus.Alarms;
using Nautilus.Foundations;
using Nautilus.Storage;
using DynamicPartitioning = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamExtendedS3ConfigurationDynamicPartitioningConfiguration;

namespace Nautilus.Delivery;

/// <summary>
/// Parquet with the columns of a table, in folders by its partitions. A delivery stream can have 500 active partitions, unless AWS has
/// raised its quota.
/// </summary>
public sealed record LakeDestination : Destination
{
    private readonly EventTable _table;

    internal LakeDestination(EventTable table) => _table = table;

    /// <summary>64 to 128 MB, and 60 to 900 seconds, for each partition. Queries are faster on a few large objects.</summary>
    public Buffering Buffer { get; init; } = new(128, TimeSpan.FromMinutes(5));

    /// <summary>How long Firehose retries to write an object before it writes the records to the failures: 0 to 7200 seconds.</summary>
    public TimeSpan Retry { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// A folder that also keeps the unchanged records, without separators and compressed by GZIP, by the hour. A fixed transformation can
    /// process them again. Nothing is kept, unless given. It can be turned on later. To turn it off replaces the delivery stream.
    /// </summary>
    public string? RawPrefix { get; init; }

    internal override string Type => "extended_s3";

    internal override string Text => $"table {_table.PlainName}";

    internal override DataBucket Failures => _table.Bucket;

    internal override string Metrics => "DeliveryToS3";

    internal override TimeSpan Interval => Buffer.Interval;

    // With dynamic partitioning, Firehose buffers in stages, which takes half as long again.
    internal override TimeSpan Patience => (1.5 * Interval) + Retry;

    internal override IEnumerable<Rule> Rules(DeliveryStreamProps stream) =>
    [
        Rule.That(stream.Transform is not null, "Transform must be a function that returns the partition keys of an event, got none"),
        .. Buffer.Rules(64, 128, 60, " with dynamic partitioning"),
        .. Buffering.RetryRules(Retry),
        .. RawPrefix is null ? [] : Objects.PrefixRules("raw prefix", RawPrefix),
        Rule.That(RawPrefix is null || RawPrefix != _table.Folder,
            $"raw prefix must be another folder than that of the table, got '{RawPrefix}'"),
    ];

    internal override IEnumerable<Alarm> Alarms(DeliveryStreamProps stream) => LakeAlarms.Of(stream);

    internal override void GrantTo(Role role, string name)
    {
        string[] raw = RawPrefix is null ? [] : [RawPrefix];
        _table.Bucket.GrantToFirehose(role, [_table.Folder, .. raw, Objects.FailuresBelow(name)]);
        _table.GrantToFirehose(role);
    }

    internal override void Configure(KinesisFirehoseDeliveryStreamConfig config, Delivery delivery)
    {
        var s3 = S3Delivery.To(_table.Bucket, delivery, Buffer, _table.PartitionedPrefix, S3Delivery.Transforming(delivery));
        // Parquet is compressed by its writer, and Firehose must not compress it again.
        s3.CompressionFormat = "UNCOMPRESSED";
        s3.DynamicPartitioningConfiguration = new DynamicPartitioning { Enabled = true, RetryDuration = Retry.TotalSeconds };
        s3.DataFormatConversionConfiguration = ParquetConversion.By(_table, delivery.Role);
        if (RawPrefix is not null)
            (s3.S3BackupMode, s3.S3BackupConfiguration) = ("Enabled", S3Delivery.Raw(_table.Bucket, delivery, RawPrefix));
        config.ExtendedS3Configuration = s3;
    }
}
