using Constructs;
using HashiCorp.Cdktf.Providers.Aws.IotPolicy;
using HashiCorp.Cdktf.Providers.Aws.IotTopicRule;
using Nautilus.Access;
using Nautilus.Alarms;
using Nautilus.Dashboards;
using Nautilus.Foundations;

namespace Nautilus.Iot;

/// <summary>Streams what devices publish to AWS IoT Core into a stream. What can't be written there waits in a queue, as it was published.</summary>
public sealed class IotIngestion : Stage
{
    private const string SqlVersion = "2016-03-23";
    private const int LongestPolicy = 2048;

    private readonly IotIngestionProps _props;
    private readonly UndeliveredQueue _undelivered;
    private IotPolicy? _devicePolicy;

    public IotIngestion(Construct scope, string id, IotIngestionProps props)
        : base(scope, props.Checked(id))
    {
        _props = props;
        _undelivered = new UndeliveredQueue(this, "queue", props.Name, props.Stream, props.PreventDestroy);
        var role = new ServiceRole(this, "role", Caller.IotRule(props.Name), props.Stream);
        props.Stream.GrantToIotRule(role);
        _undelivered.GrantSend(role);
        new IotTopicRule(this, "Default", new IotTopicRuleConfig
        {
            Name = props.Name,
            Description = $"Streams {props.Topics} into the Kinesis stream {props.Stream.PlainName}",
            Enabled = true,
            Sql = props.Sql,
            SqlVersion = SqlVersion,
            Kinesis = new[]
            {
                new IotTopicRuleKinesis { StreamName = props.Stream.Name, PartitionKey = PartitionKey.ForTerraform(props.Key), RoleArn = role.Arn },
            },
            ErrorAction = new IotTopicRuleErrorAction
            {
                Sqs = new IotTopicRuleErrorActionSqs { QueueUrl = _undelivered.Url, RoleArn = role.Arn, UseBase64 = false },
            },
            DependsOn = role.Permissions,
        });
    }

    /// <summary>The URL of the queue that keeps what could not be written into the stream.</summary>
    public string UndeliveredQueueUrl => _undelivered.Url;

    /// <summary>
    /// The name of the policy to attach to the certificates of devices: each connects as the thing that it is, publishes to
    /// its own topic, and receives its own commands.
    /// </summary>
    public string DevicePolicy => (_devicePolicy ??= NewDevicePolicy()).Name;

    internal override Location Here => _props.Stream.Here;

    internal override string Heading => $"## {_props.Name}\n{_props.Topics} → {_props.Stream.PlainName}";

    internal override IEnumerable<Widget[]> Rows => [IotRow.Of(_props.Name, _undelivered.Name, Here.Region)];

    private protected override string Subject => _props.Name;

    private protected override IEnumerable<Alarm> Alarms => IotAlarms.Of(_props.Name, _undelivered.Name);

    private IotPolicy NewDevicePolicy()
    {
        // In a policy document, Terraform takes &{…} for the ${…} of AWS.
        const string Thing = "&{iot:Connection.Thing.ThingName}";
        var (here, commands) = (_props.Stream.Here, _props.Commands is null ? null : new TopicFilter(_props.Commands));
        Rules.Check($"IoT rule '{_props.Name}'",
            (_props.Filter.IsOfOneThing, $"for a device policy, one level of topics must be + and none #, so that each device has a topic of its own, got '{_props.Topics}'"),
            (commands?.IsOfOneThing != false, $"for a device policy, one level of commands must be + and none #, so that each device has a topic of its own, got '{_props.Commands}'"));
        Condition[] asItself = [new("Bool", "iot:Connection.Thing.IsAttached", "true")];
        Statement[] statements =
        [
            new("ConnectAsItself", ["iot:Connect"], [here.Arn("iot", $"client/{Thing}")]) { Conditions = asItself },
            new("PublishItsOwn", ["iot:Publish"], [here.Arn("iot", $"topic/{_props.Filter.Of(Thing)}")]) { Conditions = asItself },
        ];
        if (commands is not null)
            statements =
            [
                .. statements,
                new("SubscribeToItsOwn", ["iot:Subscribe"], [here.Arn("iot", $"topicfilter/{commands.Of(Thing)}")]) { Conditions = asItself },
                new("ReceiveItsOwn", ["iot:Receive"], [here.Arn("iot", $"topic/{commands.Of(Thing)}")]) { Conditions = asItself },
            ];
        var policy = new PolicyDocument(this, "device-access", statements);
        Rules.Check($"IoT rule '{_props.Name}'", (policy.Length <= LongestPolicy,
            $"its device policy must have {LongestPolicy} characters at most, got about {policy.Length}; shorten topics and commands"));
        return new IotPolicy(this, "device-policy", new IotPolicyConfig
        {
            Name = Names.Fit($"{_props.Name}-device", 128),
            Policy = policy.Json,
        });
    }
}
