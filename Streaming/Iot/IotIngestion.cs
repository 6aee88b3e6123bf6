using Constructs;
using HashiCorp.Cdktf.Providers.Aws.IotPolicy;
using HashiCorp.Cdktf.Providers.Aws.IotTopicRule;
using Nautilus.Access;
using Nautilus.Alarms;
using Nautilus.Dashboards;
using Nautilus.Foundations;

namespace Nautilus.Iot;

/// <summary>
/// A topic rule that writes what devices publish to AWS IoT Core into a stream. A queue keeps the messages that the rule could not write,
/// as they were published.
/// </summary>
public sealed class IotIngestion : Stage
{
    private const string SqlVersion = "2016-03-23";

    private readonly IotIngestionProps _props;
    private readonly UndeliveredQueue _undelivered;
    private IotPolicy? _devicePolicy;

    /// <param name="scope">The stack.</param>
    /// <param name="id">The construct's id.</param>
    /// <param name="props">The rule, its topics and its stream.</param>
    public IotIngestion(Construct scope, string id, IotIngestionProps props)
        : base(scope, props.Checked(id))
    {
        _props = props;
        _undelivered = new UndeliveredQueue(this, "queue", props.Name, props.Stream, props.PreventDestroy);
        var role = new ServiceRole(this, "role", Caller.IotRule(props.Name), props.Stream.Location);
        props.Stream.GrantToIotRule(role);
        // A role of its own: what keeps a message from the stream must not keep it from the queue too.
        var keeper = new ServiceRole(
            this, "keeper", Caller.IotRule(props.Name), props.Stream.Location, "keep messages that are not in a Kinesis stream");
        _undelivered.GrantSend(keeper);
        new IotTopicRule(this, "Default", new IotTopicRuleConfig
        {
            Name = props.Name,
            Description = $"Streams {props.Topics} into the Kinesis stream {props.Stream.PlainName}",
            Enabled = true,
            Sql = props.Sql,
            SqlVersion = SqlVersion,
            Kinesis = new[]
            {
                new IotTopicRuleKinesis
                {
                    StreamName = props.Stream.Name,
                    PartitionKey = PartitionKey.ForTerraform(props.Key),
                    RoleArn = role.Arn,
                },
            },
            ErrorAction = new IotTopicRuleErrorAction
            {
                Sqs = new IotTopicRuleErrorActionSqs { QueueUrl = _undelivered.Url, RoleArn = keeper.Arn, UseBase64 = false },
            },
            DependsOn = [.. role.Permissions, .. keeper.Permissions],
        });
    }

    /// <summary>The URL of the queue that keeps the messages that the rule could not write into the stream.</summary>
    public string UndeliveredQueueUrl => _undelivered.Url;

    /// <summary>
    /// The name of the IoT policy to attach to the certificates of devices. It lets each device connect as its own thing, publish to its
    /// own topic, and receive its own commands. The policy is created when this property is first read.
    /// </summary>
    public string DevicePolicy => (_devicePolicy ??= NewDevicePolicy()).Name;

    /// <inheritdoc/>
    public override Location Location => _props.Stream.Location;

    internal override string Heading => $"## {_props.Name}\n{_props.Topics} → {_props.Stream.PlainName}";

    internal override IEnumerable<Widget[]> Rows => [IotRow.Of(_props.Name, _undelivered.Name, Location.Region)];

    private protected override string Subject => _props.Name;

    private protected override IEnumerable<Alarm> Alarms => IotAlarms.Of(_props.Name, _undelivered.Name);

    private IotPolicy NewDevicePolicy()
    {
        var access = new DeviceAccess(_props.TopicFilter, _props.CommandFilter, Location);
        Check.That($"IoT rule '{_props.Name}'", access.Rules);
        return new IotPolicy(this, "device-policy", new IotPolicyConfig
        {
            Name = Names.Fit($"{_props.Name}-device", 128),
            Policy = new PolicyDocument(access.Statements).Json,
        });
    }
}
