namespace Nautilus.Testing.Replays;

/// <summary>What happens to a stream, minute by minute. Unless told otherwise, a tenth of its capacity comes in, and all is read at once.</summary>
internal sealed record Story
{
    /// <summary>The stream's name.</summary>
    public string Stream { get; init; } = "clicks";

    public int Shards { get; init; } = 4;

    public bool IsOnDemand { get; init; }

    public int RetentionHours { get; init; } = 24;

    public IReadOnlyList<string> Consumers { get; init; } = [];

    /// <summary>The most shards of a stream that scales with its traffic.</summary>
    public int? ScaledTo { get; init; }

    public required int Minutes { get; init; }

    /// <summary>The first and the last minute of the trouble.</summary>
    public (int First, int Last) Trouble { get; init; } = (1, 0);

    /// <summary>How many records are put in a minute.</summary>
    public Func<int, double> Puts { get; init; } = _ => 24_000;

    public double BytesOfARecord { get; init; } = 1_000;

    /// <summary>The share of the records that falls to the first shard.</summary>
    public Func<int, double>? FirstShard { get; init; }

    /// <summary>The share of the records that Kinesis fails to take, by its own fault.</summary>
    public Func<int, double> Failing { get; init; } = _ => 0;

    /// <summary>Those who poll, all alike.</summary>
    public Func<int, Act> Polling { get; init; } = _ => Act.Reads;

    /// <summary>The share of polls that the stream refuses.</summary>
    public Func<int, double> RefusedPolls { get; init; } = _ => 0;

    /// <summary>The registered consumers, all alike.</summary>
    public Func<int, Act> Subscribing { get; init; } = _ => Act.Reads;

    /// <summary>The scaling workflow: how much of its shards it sees used, in percent; null where it fails.</summary>
    public Func<int, double?> Utilisation { get; init; } = _ => 10;

    /// <summary>Whether Kinesis tells 0 of a stream that nobody writes to, or nothing: AWS does not say.</summary>
    public bool TellsZero { get; init; }

    public bool IsTrouble(int minute) => minute >= Trouble.First && minute <= Trouble.Last;
}
