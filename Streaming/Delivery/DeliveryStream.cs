using Constructs;
using HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream;
using Nautilus.Access;
using Nautilus.Alarms;
using Nautilus.Dashboards;
using Nautilus.Foundations;

namespace Nautilus.Delivery;

/// <summary>
/// A Firehose delivery stream. It reads a stream, or accepts records from producers, and delivers the records to one destination. Records
/// that it can't deliver are kept in a bucket.
/// </summary>
public sealed class DeliveryStream : Stage
{
    private readonly DeliveryStreamProps _props;

    /// <param name="scope">The stack.</param>
    /// <param name="id">The construct's id.</param>
    /// <param name="props">The delivery stream.</param>
    public DeliveryStream(Construct scope, string id, DeliveryStreamProps props)
        : base(scope, props.Checked(id))
    {
        _props = props;
        props.Destination.Prepare();
        var role = props.Destination.RoleIn(this, props.Name, Location);
        var log = new DeliveryLog(this, "log", props.Name, props.Key);
        log.GrantPut(role);
        props.Source?.GrantToFirehose(role);
        props.Transform?.GrantToFirehose(role);
        props.Destination.GrantTo(role, props.Name);
        props.Destination.CountFailures(this, props.Name);

        var config = new KinesisFirehoseDeliveryStreamConfig
        {
            Name = props.Name,
            Destination = props.Destination.Type,
            KinesisSourceConfiguration = SourceOf(props, role),
            ServerSideEncryption = EncryptionOf(props),
            DependsOn = [.. role.Permissions, .. props.Key.Usable, .. props.Destination.Ready],
        };
        props.Destination.Configure(config, new(props.Name, role.Arn, log, props.Transform?.QualifiedArn));
        var stream = new KinesisFirehoseDeliveryStream(this, "Default", config);
        (Name, Arn) = (stream.Name, stream.Arn);
    }

    /// <summary>The delivery stream's name. Resources that use it are created after the delivery stream.</summary>
    public string Name { get; }

    /// <summary>The delivery stream's ARN.</summary>
    public string Arn { get; }

    /// <inheritdoc/>
    public override Location Location => _props.Key.Location;

    internal override string Heading => $"## {_props.Name}\n{_props.Source?.PlainName ?? "producers"} → {_props.Destination.Text}";

    internal override IEnumerable<Widget[]> Rows => [DeliveryRow.Of(_props, Location.Region)];

    private protected override string Subject => _props.Name;

    private protected override IEnumerable<Alarm> Alarms => DeliveryAlarms.Of(_props);

    /// <summary>For a producer of a delivery stream that has no source.</summary>
    public void GrantPut(Role role)
    {
        Check.That($"delivery stream '{_props.Name}'", Rule.That(_props.Source is null,
            $"it must have no source, to accept records from producers, got {_props.Source?.PlainName}; use GrantPut of that stream"));
        role.Allow(new Statement("DeliverRecords", ["firehose:PutRecord", "firehose:PutRecordBatch"], [Arn]));
    }

    private static KinesisFirehoseDeliveryStreamKinesisSourceConfiguration? SourceOf(DeliveryStreamProps props, Role role) =>
        props.Source is { } source ? new() { KinesisStreamArn = source.Arn, RoleArn = role.Arn } : null;

    // The source encrypts its records itself.
    private static KinesisFirehoseDeliveryStreamServerSideEncryption? EncryptionOf(DeliveryStreamProps props) =>
        props.Source is null ? new() { Enabled = true, KeyType = "CUSTOMER_MANAGED_CMK", KeyArn = props.Key.Arn } : null;
}
