using HashiCorp.Cdktf;
using Nautilus.Foundations;
using Nautilus.Scaling;

namespace Nautilus.Streams;

public sealed partial class DataStream
{
    private StreamScaling? _scaling;

    /// <summary>
    /// Lets the shards follow the traffic, within these bounds, and up to ten times in a day as AWS allows.
    /// From then on the number of shards is no longer Terraform's: <see cref="DataStreamProps.Capacity"/> is what the stream begins with.
    /// </summary>
    public void ScaleWithTraffic(int min, int max)
    {
        var stream = Managed("scaled");
        Rules.Check($"stream '{_name}'",
            (_scaling is null, "it must be scaled with its traffic once, got it twice"),
            (_props!.Capacity.Shards is not null, "only a provisioned stream is scaled with its traffic: AWS does so itself for one that is on demand"),
            (min >= 1 && max <= 10_000 && min < max, $"shards must be scaled within 1 and 10000, from fewer to more, got {min} to {max}"),
            (_props.Capacity.Shards is not { } shards || (shards >= min && shards <= max), $"the shards that it begins with must be {min} to {max}, got {_props.Capacity.Shards}"));

        stream.Lifecycle = new TerraformResourceLifecycle { PreventDestroy = _props.PreventDestroy, IgnoreChanges = new[] { "shard_count" } };
        _scaling = new StreamScaling(this, min, max);
        AlarmAlsoFor(_scaling);
        HasChanged();
    }
}
