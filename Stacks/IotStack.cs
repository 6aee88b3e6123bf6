using Constructs;
using HashiCorp.Cdktf;
using Nautilus.Access;
using Nautilus.Alarms;
using Nautilus.App;
using Nautilus.Dashboards;
using Nautilus.Iot;
using Nautilus.Streams;

namespace Nautilus.Stacks;

/// <summary>Devices publish to AWS IoT Core; a topic rule streams it into Kinesis; Lambda, analytics and Databricks consume.</summary>
public sealed class IotStack : TerraformStack
{
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

        var function = new ServiceRole(this, "function", Caller.Lambda, stream);
        stream.GrantToLambda(function);
        var analytics = new ServiceRole(this, "analytics", Caller.Flink(props.AnalyticsApplication), stream);
        stream.GrantToFlink(analytics);

        var topic = new AlarmTopic(this, "alarms", new() { Emails = props.AlarmEmails });
        stream.AlarmWhenInTrouble(new() { Topic = topic });
        ingestion.AlarmWhenInTrouble(topic);
        new Dashboard(this, "dashboard", ingestion, stream);

        this.Output("kinesis_stream_name", stream.Name, "The stream's name");
        this.Output("kinesis_stream_arn", stream.Arn, "The stream's ARN");
        this.OutputPolicies(stream);
        this.Output("device_policy_name", ingestion.DevicePolicy, "Name of the policy to attach to devices' certificates");
        this.Output("undelivered_queue_url", ingestion.UndeliveredQueueUrl, "URL of the queue of what could not be written into the stream");
        this.Output("function_role_arn", function.Arn, "ARN of the role for a Lambda function that consumes the stream");
        this.Output("analytics_role_arn", analytics.Arn, "ARN of the role for a Managed Flink application that consumes the stream");
        this.OutputAlarms(topic);
        if (props.Databricks is { } databricks)
        {
            var role = new CrossAccountRole(this, "databricks", databricks);
            stream.GrantToDatabricks(role);
            this.Output("databricks_role_arn", role.Arn, "ARN of the role for Databricks to consume the stream in");
        }
    }
}

public sealed record IotStackProps
{
    public string StreamName { get; init; } = "iot-kinesis-stream";

    public int Shards { get; init; } = 1;

    public TimeSpan Retention { get; init; } = TimeSpan.FromHours(24);

    public Encryption Encryption { get; init; } = Encryption.AwsKey;

    public string RuleName { get; init; } = "iot_kinesis_stream";

    /// <summary>Where devices publish. The level <c>+</c> is the thing's name.</summary>
    public string Topics { get; init; } = "devices/+/readings";

    /// <summary>Where devices receive.</summary>
    public string Commands { get; init; } = "devices/+/commands";

    /// <summary>The one Managed Flink application that may work in the analytics role.</summary>
    public string AnalyticsApplication { get; init; } = "iot-analytics";

    /// <summary>Who at Databricks takes the role, and by which external id. No role, unless given.</summary>
    public CrossAccountRoleProps? Databricks { get; init; }

    /// <summary>Who is told of alarms. Others can subscribe to the stack's topic.</summary>
    public IReadOnlyList<string> AlarmEmails { get; init; } = [];
}
