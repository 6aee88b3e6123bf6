namespace Nautilus.Testing.Simulation;

/// <summary>Traffic by the minute, as producers send it if nothing is throttled.</summary>
/// <param name="Name">Its name in a report.</param>
/// <param name="Megabytes">Megabytes a second, minute by minute.</param>
public sealed record Trace(string Name, double[] Megabytes)
{
    /// <summary>The size of a record. Below 1,000 bytes the number of records fills a shard, not their size.</summary>
    public double RecordBytes { get; init; } = 2000;

    /// <summary>The partition keys of the records; null for traffic that is even over the shards.</summary>
    public PartitionKeys? Keys { get; init; }

    /// <summary>The most shards that the stream may have.</summary>
    public int Max { get; init; } = 64;

    /// <summary>How far the reader of the stream is behind, in milliseconds, by the minute; null where it reports nothing.</summary>
    public Func<int, double?> Lag { get; init; } = _ => 200;

    /// <summary>The minutes between two runs of the scaling.</summary>
    public int Tick { get; init; } = 1;

    /// <summary>Records a second.</summary>
    /// <param name="minute">The minute.</param>
    public double RecordsOf(int minute) => Megabytes[minute] * 1e6 / RecordBytes;

    /// <summary>How many shards the traffic of a minute fills: a shard takes 1 MB and 1,000 records a second.</summary>
    /// <param name="minute">The minute.</param>
    public double Need(int minute) => Math.Max(Megabytes[minute], RecordsOf(minute) / 1000);

    /// <summary>The share of the traffic of a minute that a number of shards refuses, from 0 to 1.</summary>
    /// <param name="minute">The minute.</param>
    /// <param name="shards">The number of shards.</param>
    public double Refused(int minute, int shards) => Need(minute) is var need && need <= 0 ? 0
        : Keys?.Refused(need, shards) ?? Math.Max(0, 1 - (shards / need));
}
