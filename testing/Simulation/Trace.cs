namespace Nautilus.Testing.Simulation;

/// <summary>Traffic by the minute, as producers would send it if nothing were throttled.</summary>
/// <param name="Name">What it is called in the report.</param>
/// <param name="Megabytes">A second, minute by minute.</param>
internal sealed record Trace(string Name, double[] Megabytes)
{
    /// <summary>Below 1000 bytes it is the records that fill a shard.</summary>
    public double RecordBytes { get; init; } = 2000;

    public int Max { get; init; } = 64;

    /// <summary>How far behind the stream's reader is, in milliseconds.</summary>
    public Func<int, double?> Lag { get; init; } = _ => 200;

    /// <summary>Minutes between two runs of what scales.</summary>
    public int Tick { get; init; } = 1;

    public double RecordsOf(int minute) => Megabytes[minute] * 1e6 / RecordBytes;

    /// <summary>The shards that a minute fills.</summary>
    public double Need(int minute) => Math.Max(Megabytes[minute], RecordsOf(minute) / 1000);
}
