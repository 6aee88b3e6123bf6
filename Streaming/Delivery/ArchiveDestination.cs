using HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream;
using Nautilus.Access;
using Nautilus.Foundations;
using Nautilus.Storage;

namespace Nautilus.Delivery;

/// <summary>Records in a bucket, unchanged or as the transformation returns them.</summary>
public sealed record ArchiveDestination : Destination
{
    private readonly DataBucket _bucket;
    private readonly string _prefix;

    internal ArchiveDestination(DataBucket bucket, string prefix) => (_bucket, _prefix) = (bucket, prefix);

    /// <summary>1 to 128 MB, and 0 to 900 seconds. A few large objects are cheaper to write and to read than many small ones.</summary>
    public Buffering Buffer { get; init; } = new(128, TimeSpan.FromMinutes(15));

    internal override string Type => "extended_s3";

    internal override string Text => $"archive in {_prefix}";

    internal override DataBucket Failures => _bucket;

    internal override string Metrics => "DeliveryToS3";

    internal override TimeSpan Interval => Buffer.Interval;

    internal override TimeSpan Patience => Interval;

    internal override IEnumerable<Rule> Rules(DeliveryStreamProps stream) =>
        [.. Objects.PrefixRules("prefix", _prefix), .. Buffer.Rules(1, 128, 0)];

    internal override void GrantTo(Role role, string name) => _bucket.GrantToFirehose(role, _prefix, Objects.FailuresBelow(name));

    internal override void Configure(KinesisFirehoseDeliveryStreamConfig config, Delivery delivery)
    {
        // Our transformation ends each line itself. Producers don't.
        var processing = delivery.Transform is null ? S3Delivery.EndLines : S3Delivery.Transforming(delivery);
        var s3 = S3Delivery.To(_bucket, delivery, Buffer, Objects.Hourly(_prefix), processing);
        s3.CompressionFormat = "GZIP";
        config.ExtendedS3Configuration = s3;
    }
}
