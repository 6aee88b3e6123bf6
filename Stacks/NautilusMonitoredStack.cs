using Constructs;
using HashiCorp.Cdktf;
using Nautilus.Streaming;

namespace Nautilus.Stacks;

/// <summary>One provisioned stream with a day of retention, whose shards are measured one by one.</summary>
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

        this.OutputStream(stream);
        this.Output("stream_id", stream.Id, "Terraform's id of the stream");
    }
}

public sealed record NautilusMonitoredStackProps
{
    public string StreamName { get; init; } = "nautilus-stream";

    public int Shards { get; init; } = 1;

    public TimeSpan Retention { get; init; } = TimeSpan.FromHours(24);
}
