using Constructs;
using HashiCorp.Cdktf;
using Nautilus.App;
using Nautilus.Streams;

namespace Nautilus.Stacks;

/// <summary>One on-demand stream: AWS adds and removes shards with the traffic.</summary>
public sealed class DatacenterStack : TerraformStack
{
    /// <param name="scope">The app.</param>
    /// <param name="id">The stack's id.</param>
    /// <param name="deployment">The provider, the tags and the backend.</param>
    /// <param name="props">What differs from the defaults.</param>
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

/// <summary>What can differ in a <see cref="DatacenterStack"/>.</summary>
public sealed record DatacenterStackProps
{
    /// <summary>The stream's name in AWS.</summary>
    public string StreamName { get; init; } = "datacenter-stream";

    /// <summary>How long a record can be read.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromHours(24);
}
