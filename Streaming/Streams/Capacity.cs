namespace Nautilus.Streams;

/// <summary>How a stream gets its throughput: <see cref="Provisioned"/> shards, or <see cref="OnDemand"/>.</summary>
public abstract record Capacity
{
    private Capacity()
    {
    }

    /// <summary>AWS adds and removes shards with the traffic.</summary>
    public static Capacity OnDemand { get; } = new OnDemandCapacity();

    /// <summary>A fixed number of shards: 1 MB or 1,000 records a second in, 2 MB a second out, for each.</summary>
    public static Capacity Provisioned(int shards) => new ProvisionedCapacity(shards);

    internal abstract string Mode { get; }

    internal abstract int? Shards { get; }

    private sealed record OnDemandCapacity : Capacity
    {
        internal override string Mode => "ON_DEMAND";

        internal override int? Shards => null;
    }

    private sealed record ProvisionedCapacity(int Count) : Capacity
    {
        internal override string Mode => "PROVISIONED";

        internal override int? Shards => Count;
    }
}
