using Constructs;
using HashiCorp.Cdktf;
using Nautilus.Alarms;
using Nautilus.App;
using Nautilus.Dashboards;
using Nautilus.Streams;

namespace Nautilus.Stacks;

/// <summary>One provisioned stream with a day of retention, metrics of each shard, alarms and a dashboard.</summary>
public sealed class NautilusMonitoredStack : TerraformStack
{
    /// <param name="scope">The app.</param>
    /// <param name="id">The stack's id.</param>
    /// <param name="deployment">The provider, the tags and the backend.</param>
    /// <param name="props">What differs from the defaults.</param>
    public NautilusMonitoredStack(Construct scope, string id, Deployment deployment, NautilusMonitoredStackProps? props = null)
        : base(scope, id)
    {
        props ??= new();
        deployment.Configure(this, id);

        var stream = new DataStream(this, "stream", new()
        {
            Name = props.StreamName,
            Capacity = Capacity.Provisioned(props.Shards),
            Retention = props.Retention,
            ShardMetrics = [ShardMetric.IncomingBytes, ShardMetric.IncomingRecords, ShardMetric.OutgoingBytes, ShardMetric.OutgoingRecords],
            PreventDestroy = deployment.ProtectsData,
        });
        var topic = new AlarmTopic(this, "alarms", new() { Emails = props.AlarmEmails });
        stream.AlarmWhenInTrouble(new() { Topic = topic });
        new Dashboard(this, "dashboard", stream);

        this.OutputStream(stream);
        this.Output("stream_id", stream.Id, "Terraform's id of the stream");
        this.OutputAlarms(topic);
    }
}

/// <summary>What can differ in a <see cref="NautilusMonitoredStack"/>.</summary>
public sealed record NautilusMonitoredStackProps
{
    /// <summary>The stream's name in AWS.</summary>
    public string StreamName { get; init; } = "nautilus-stream";

    /// <summary>The number of shards.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>How long a record can be read.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The e-mail addresses that alarms are sent to. Others can subscribe to the stack's topic.</summary>
    public IReadOnlyList<string> AlarmEmails { get; init; } = [];
}
