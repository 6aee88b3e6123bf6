using Constructs;
using HashiCorp.Cdktf;
using Nautilus.Alarms;
using Nautilus.App;
using Nautilus.Dashboards;
using Nautilus.Streams;

namespace Nautilus.Stacks;

/// <summary>One provisioned stream with a day of retention, whose shards are measured one by one, with alarms and a dashboard.</summary>
public sealed class NautilusMonitoredStack : TerraformStack
{
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

public sealed record NautilusMonitoredStackProps
{
    public string StreamName { get; init; } = "nautilus-stream";

    public int Shards { get; init; } = 1;

    public TimeSpan Retention { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Who is told of alarms. Others can subscribe to the stack's topic.</summary>
    public IReadOnlyList<string> AlarmEmails { get; init; } = [];
}
