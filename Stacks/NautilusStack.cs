using Constructs;
using HashiCorp.Cdktf;
using Nautilus.App;
using Nautilus.Streams;

namespace Nautilus.Stacks;

/// <summary>One provisioned stream with 48 hours of retention, and nothing around it.</summary>
public sealed class NautilusStack : TerraformStack
{
    public NautilusStack(Construct scope, string id, Deployment deployment, NautilusStackProps? props = null)
        : base(scope, id)
    {
        props ??= new();
        deployment.Configure(this, id);

        var stream = new DataStream(this, "stream", new()
        {
            Name = props.StreamName,
            Capacity = Capacity.Provisioned(props.Shards),
            Retention = props.Retention,
            PreventDestroy = deployment.ProtectsData,
        });

        this.OutputStream(stream);
    }
}

public sealed record NautilusStackProps
{
    public string StreamName { get; init; } = "nautilus-stream";

    public int Shards { get; init; } = 1;

    public TimeSpan Retention { get; init; } = TimeSpan.FromHours(48);
}
