using Constructs;
using HashiCorp.Cdktf;
using Nautilus.App;
using Nautilus.Streams;

namespace Nautilus.Stacks;

/// <summary>One stream whose shards AWS adds and removes with the traffic.</summary>
public sealed class DatacenterStack : TerraformStack
{
    public DatacenterStack(Construct scope, string id, Deployment deployment, DatacenterStackProps? props = null)
        : base(scope, id)
    {
        props ??= new();
        deployment.Configure(this, id);

        var stream = new DataStream(this, "stream", new()
        {
            Name = props.StreamName,
            Capacity = Capacity.OnDemand,
            Retention = props.Retention,
            PreventDestroy = deployment.ProtectsData,
        });

        this.OutputStream(stream);
    }
}

public sealed record DatacenterStackProps
{
    public string StreamName { get; init; } = "datacenter-stream";

    public TimeSpan Retention { get; init; } = TimeSpan.FromHours(24);
}
