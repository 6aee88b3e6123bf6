using Constructs;
using HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream;
using Nautilus.Access;
using Nautilus.Alarms;
using Nautilus.Dashboards;
using Nautilus.Foundations;

namespace Nautilus.Delivery;

/// <summary>A Firehose: it reads a stream, or takes what producers put, and delivers it. What it can't deliver it keeps in a bucket.</summary>
public sealed class DeliveryStream : Stage
{
    private readonly DeliveryStreamProps _props;

    public DeliveryStream(Construct scope, string id, DeliveryStreamProps props)
        : base(scope, props.Checked(id))
    {
        _props = props;
        props.Destination.Prepare();
        var role = props.Destination.RoleIn(this, props.Name, Here);
        var log = new DeliveryLog(this, "log", props.Name, props.Key);
        log.GrantPut(role);
        props.Source?.GrantToFirehose(role);
        props.Transform?.GrantToFirehose(role);
        props.Destination.GrantTo(role);
        props.Destination.CountFailures(this, props.Name);

        var config = new KinesisFirehoseDeliveryStreamConfig
        {
            Name = props.Name,
            Destination = props.Destination.Type,
            KinesisSourceConfiguration = props.Source is { } source
                ? new KinesisFirehoseDeliveryStreamKinesisSourceConfiguration { KinesisStreamArn = source.Arn, RoleArn = role.Arn }
                : null,
            ServerSideEncryption = props.Source is null
                ? new KinesisFirehoseDeliveryStreamServerSideEncryption { Enabled = true, KeyType = "CUSTOMER_MANAGED_CMK", KeyArn = props.Key.Arn }
                : null,
            DependsOn = [.. role.Permissions, .. props.Key.Usable, .. props.Destination.Ready],
        };
        props.Destination.Configure(config, new(props.Name, role.Arn, log, props.Transform?.QualifiedArn));
        var stream = new KinesisFirehoseDeliveryStream(this, "Default", config);
        (Name, Arn) = (stream.Name, stream.Arn);
    }

    public string Name { get; }

    public string Arn { get; }

    /// <summary>A producer that puts records directly.</summary>
    public void GrantPut(Role role)
    {
        Rules.Check($"delivery stream '{_props.Name}'", (_props.Source is null,
            $"only one without a source takes records from producers, got the stream {_props.Source?.PlainName}; grant putting into that"));
        role.Allow(new Statement("DeliverRecords", ["firehose:PutRecord", "firehose:PutRecordBatch"], [Arn]));
    }

    internal override Location Here => _props.Key.Here;

    internal override string Heading => $"## {_props.Name}\n{_props.Source?.PlainName ?? "producers"} → {_props.Destination.Text}";

    internal override IEnumerable<Widget[]> Rows => [DeliveryRow.Of(_props, Here.Region)];

    private protected override string Subject => _props.Name;

    private protected override IEnumerable<Alarm> Alarms => DeliveryAlarms.Of(_props);
}
