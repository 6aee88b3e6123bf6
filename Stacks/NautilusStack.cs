using Constructs;
using HashiCorp.Cdktf;
using Nautilus.App;
using Nautilus.Streams;

namespace Nautilus.Stacks;

/// <summary>One provisioned stream with 48 hours of retention, and nothing else.</summary>
public sealed class NautilusStack : TerraformStack
{
    /// <param name="scope">The app.</param>
    /// <param name="id">The stack's id.</param>
    /// <param name="deployment">The provider, the tags and the backend.</param>
    /// <param name="props">What differs from the defaults.</param>
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

/// <summary>What can differ in a <see cref="NautilusStack"/>.</summary>
public sealed record NautilusStackProps
{
    /// <summary>The stream's name in AWS.</summary>
    public string StreamName { get; init; } = "nautilus-stream";

    /// <summary>The number of shards.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>How long a record can be read.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromHours(48);
}
