using Constructs;
using HashiCorp.Cdktf;
using Nautilus.Access;
using Nautilus.Alarms;
using Nautilus.App;
using Nautilus.Dashboards;
using Nautilus.Iot;
using Nautilus.Streams;

namespace Nautilus.Stacks;

/// <summary>
/// Devices publish to AWS IoT Core. A topic rule puts the messages into a stream. Lambda, analytics and Databricks consume the stream.
/// </summary>
public sealed class IotStack : TerraformStack
{
    /// <param name="scope">The app.</param>
    /// <param name="id">The stack's id.</param>
    /// <param name="deployment">The provider, the tags and the backend.</param>
    /// <param name="props">What differs from the defaults.</param>
    public IotStack(Construct scope, string id, Deployment deployment, IotStackProps? props = null)
        : base(scope, id)
    {
        props ??= new();
        deployment.Configure(this, id);

        var stream = new DataStream(this, "stream", new()
        {
            Name = props.StreamName,
            Capacity = Capacity.Provisioned(props.Shards),
            Retention = props.Retention,
            Encryption = props.Encryption,
            PreventDestroy = deployment.ProtectsData,
        });
        var ingestion = new IotIngestion(this, "ingestion", new()
        {
            Name = props.RuleName,
            Stream = stream,
            Topics = props.Topics,
            Commands = props.Commands,
            PreventDestroy = deployment.ProtectsData,
        });

        var function = new ServiceRole(this, "function", Caller.Lambda, stream.Location);
        stream.GrantToLambda(function);
        var analytics = new ServiceRole(this, "analytics", Caller.Flink(props.AnalyticsApplication), stream.Location);
        stream.GrantToFlink(analytics);

        var topic = new AlarmTopic(this, "alarms", new() { Emails = props.AlarmEmails });
        stream.AlarmWhenInTrouble(new() { Topic = topic });
        ingestion.AlarmWhenInTrouble(topic);
        new Dashboard(this, "dashboard", ingestion, stream);

        this.Output("kinesis_stream_name", stream.Name, "Name of the stream");
        this.Output("kinesis_stream_arn", stream.Arn, "ARN of the stream");
        this.OutputPolicies(stream);
        this.Output("device_policy_name", ingestion.DevicePolicy, "Name of the policy to attach to devices' certificates");
        this.Output("undelivered_queue_url", ingestion.UndeliveredQueueUrl,
            "URL of the queue for messages that could not be written into the stream");
        this.Output("function_role_arn", function.Arn, "ARN of the role for a Lambda function that consumes the stream");
        this.Output("analytics_role_arn", analytics.Arn, "ARN of the role for a Managed Flink application that consumes the stream");
        this.OutputAlarms(topic);
        if (props.Databricks is { } databricks)
        {
            var role = new CrossAccountRole(this, "databricks", databricks with { AssumesItselfIn = stream.Location });
            stream.GrantToDatabricks(role);
            this.Output("databricks_role_arn", role.Arn, "ARN of the role for Databricks to consume the stream");
        }
    }
}

/// <summary>What can differ in a <see cref="IotStack"/>.</summary>
public sealed record IotStackProps
{
    /// <summary>The stream's name in AWS.</summary>
    public string StreamName { get; init; } = "iot-kinesis-stream";

    /// <summary>The number of shards.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>How long a record can be read.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The KMS key that encrypts the records.</summary>
    public Encryption Encryption { get; init; } = Encryption.AwsKey;

    /// <summary>The name of the topic rule.</summary>
    public string RuleName { get; init; } = "iot_kinesis_stream";

    /// <summary>The topics that devices publish to. The level <c>+</c> is the thing's name.</summary>
    public string Topics { get; init; } = "devices/+/readings";

    /// <summary>The topics that devices receive commands from.</summary>
    public string Commands { get; init; } = "devices/+/commands";

    /// <summary>The one Managed Flink application that may assume the analytics role.</summary>
    public string AnalyticsApplication { get; init; } = "iot-analytics";

    /// <summary>The principal of Databricks that may assume a role here, and its external id. There is no role, unless given.</summary>
    public CrossAccountRoleProps? Databricks { get; init; }

    /// <summary>The e-mail addresses that alarms are sent to. Others can subscribe to the stack's topic.</summary>
    public IReadOnlyList<string> AlarmEmails { get; init; } = [];
}
