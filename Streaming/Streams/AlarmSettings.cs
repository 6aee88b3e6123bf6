using Nautilus.Alarms;
using Nautilus.Foundations;

namespace Nautilus.Streams;

/// <summary>When a stream's alarms fire, and where they are told.</summary>
public sealed record AlarmSettings
{
    /// <summary>Where alarms are told. The stack's own topic, unless given.</summary>
    public AlarmTopic? Topic { get; init; }

    /// <summary>Where those are told that can't wait for the morning. <see cref="Topic"/>, unless given.</summary>
    public AlarmTopic? PageTopic { get; init; }

    /// <summary>The share of the retention that consumers may lag behind before a warning.</summary>
    public double LagWarning { get; init; } = 0.25;

    /// <summary>The share of the retention that consumers may lag behind before a page.</summary>
    public double LagPage { get; init; } = 0.5;

    /// <summary>The share of records that a stream may refuse for lack of capacity.</summary>
    public double ThrottledWrites { get; init; } = 0.01;

    /// <summary>The share of reads that a stream may refuse.</summary>
    public double ThrottledReads { get; init; } = 0.1;

    /// <summary>The share of the records of batches that may come back failed, by a fault of Kinesis itself.</summary>
    public double FailedRecords { get; init; } = 0.01;

    /// <summary>The share of the records of batches that may come back throttled.</summary>
    public double ThrottledRecords { get; init; } = 0.1;

    /// <summary>How many times the mean of all shards one shard may carry.</summary>
    public double HotShard { get; init; } = 2;

    /// <summary>What the account lets an on-demand stream take in, in MB a second: 200 in most regions, more in some and on request.</summary>
    public int OnDemandLimit { get; init; } = 200;

    /// <summary>The share of the account's limit that an on-demand stream may take.</summary>
    public double OnDemandShare { get; init; } = 0.8;

    /// <summary>Whether to page when records come in and nobody reads. A stream that is read once in an hour, and not all the time, would look so.</summary>
    public bool Unread { get; init; } = true;

    /// <summary>How long a stream keeps records that is not managed here. One that is says so itself.</summary>
    public TimeSpan? Retention { get; init; }

    /// <summary>Whether these are for the whole set of a stream's alarms, which leaves alone what stands already.</summary>
    internal bool IsOfTheSet { get; init; }

    internal AlarmSettings Checked(string stream)
    {
        Rules.Check($"stream '{stream}'",
            Share(LagWarning, "the lag of a warning"),
            Share(LagPage, "the lag of a page"),
            (LagWarning < LagPage, $"alarms must warn before they page, got {LagWarning} and {LagPage} of the retention"),
            Share(ThrottledWrites, "throttled writes"),
            Share(ThrottledReads, "throttled reads"),
            Share(FailedRecords, "failed records"),
            Share(ThrottledRecords, "throttled records"),
            Share(OnDemandShare, "an on-demand stream's traffic"),
            (HotShard > 1 && double.IsFinite(HotShard), $"a shard must be hot by carrying more than the mean, got {HotShard} times the mean"),
            (OnDemandLimit > 0, $"the account's limit must be above 0 MB a second, got {OnDemandLimit}"),
            (Retention is not { TotalHours: < 24 or > 8760 }, $"retention must be 24 to 8760 hours, got {Retention?.TotalHours}"));
        return this;
    }

    private static (bool, string) Share(double share, string what) => (share is > 0 and <= 1, $"{what} must be a share above 0 and at most 1, got {share}");
}
