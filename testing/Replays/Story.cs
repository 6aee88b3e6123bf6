namespace Nautilus.Testing.Replays;

/// <summary>
/// What happens to a Kinesis stream, minute by minute. By default records come at a tenth of the capacity, and readers read them at once.
/// <see cref="KinesisModel"/> makes metrics of it.
/// </summary>
public sealed record Story
{
    /// <summary>The name of the stream.</summary>
    public string Stream { get; init; } = "clicks";

    /// <summary>The number of open shards.</summary>
    public int Shards { get; init; } = 4;

    /// <summary>Whether the stream is on demand. It then throttles nothing.</summary>
    public bool IsOnDemand { get; init; }

    /// <summary>The retention.</summary>
    public int RetentionHours { get; init; } = 24;

    /// <summary>The names of the registered consumers.</summary>
    public IReadOnlyList<string> Consumers { get; init; } = [];

    /// <summary>The most shards that something scales the stream to; null if nothing does. The model itself does not scale it.</summary>
    public int? ScaledTo { get; init; }

    /// <summary>The last minute. The first is 1.</summary>
    public required int Minutes { get; init; }

    /// <summary>The first and the last minute of the trouble. By default there is none.</summary>
    public (int First, int Last) Trouble { get; init; } = (1, 0);

    /// <summary>How many records producers put in a minute.</summary>
    public Func<int, double> Puts { get; init; } = _ => 24_000;

    /// <summary>The size of a record.</summary>
    public double BytesOfARecord { get; init; } = 1_000;

    /// <summary>The share of the records that goes to the first shard, by the minute; null if all shards get the same.</summary>
    public Func<int, double>? FirstShard { get; init; }

    /// <summary>The share of the records that fails by an internal error of Kinesis, by the minute.</summary>
    public Func<int, double> Failing { get; init; } = _ => 0;

    /// <summary>What the readers that poll do, by the minute.</summary>
    public Func<int, Act> Polling { get; init; } = _ => Act.Reads;

    /// <summary>The share of the polls that the stream throttles, by the minute.</summary>
    public Func<int, double> RefusedPolls { get; init; } = _ => 0;

    /// <summary>What the registered consumers do, by the minute.</summary>
    public Func<int, Act> Subscribing { get; init; } = _ => Act.Reads;

    /// <summary>How much of the capacity the scaling of the stream measures, in percent, by the minute; null where it fails.</summary>
    public Func<int, double?> Utilisation { get; init; } = _ => 10;

    /// <summary>Whether Kinesis reports 0 for a stream without traffic, or nothing. AWS does not say.</summary>
    public bool ReportsZero { get; init; }

    /// <summary>Whether a minute is in the trouble.</summary>
    /// <param name="minute">The minute.</param>
    public bool IsTrouble(int minute) => minute >= Trouble.First && minute <= Trouble.Last;
}
