using Nautilus.Alarms;
using Nautilus.Foundations;

namespace Nautilus.Streams;

/// <summary>When a stream's alarms go off, and where they are sent.</summary>
public sealed record AlarmSettings
{
    /// <summary>The topic of the alarms. The stack's own topic, unless given.</summary>
    public AlarmTopic? Topic { get; init; }

    /// <summary>The topic of the alarms that can't wait for the morning. <see cref="Topic"/>, unless given.</summary>
    public AlarmTopic? PageTopic { get; init; }

    /// <summary>The share of the retention that consumers may be behind before a warning.</summary>
    public double LagWarning { get; init; } = 0.25;

    /// <summary>The share of the retention that consumers may be behind before a page.</summary>
    public double LagPage { get; init; } = 0.5;

    /// <summary>
    /// How far consumers may be behind before a page, however long the retention is. A warning comes at the same part of it.
    /// </summary>
    public TimeSpan MaxLag { get; init; } = TimeSpan.FromHours(12);

    /// <summary>The share of the records that the stream may reject for lack of capacity.</summary>
    public double ThrottledWrites { get; init; } = 0.01;

    /// <summary>The share of the reads that the stream may reject.</summary>
    public double ThrottledReads { get; init; } = 0.1;

    /// <summary>The share of the records in batches that Kinesis may fail to store.</summary>
    public double FailedRecords { get; init; } = 0.01;

    /// <summary>The share of the records in batches that the stream may throttle.</summary>
    public double ThrottledRecords { get; init; } = 0.1;

    /// <summary>How many times the mean of the other shards one shard may carry.</summary>
    public double HotShard { get; init; } = 2;

    /// <summary>
    /// What an on-demand stream can take in, in MB a second, and 1,000 times as many records. By default 10,000 in us-east-1, us-west-2 and
    /// eu-west-1, and 200 in other regions, as AWS has it: https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html.
    /// </summary>
    public int? OnDemandLimit { get; init; }

    /// <summary>The share of its limit that an on-demand stream may take in.</summary>
    public double OnDemandShare { get; init; } = 0.8;

    /// <summary>
    /// Whether to page when records arrive and nobody reads them. Turn it off for a stream that is read once in an hour only.
    /// </summary>
    public bool Unread { get; init; } = true;

    /// <summary>The retention of a stream that another stack manages. A stream that this stack manages has its own.</summary>
    public TimeSpan? Retention { get; init; }

    internal TimeSpan Warning(TimeSpan retention) => Least(retention * LagWarning, MaxLag * (LagWarning / LagPage));

    internal TimeSpan Page(TimeSpan retention) => Least(retention * LagPage, MaxLag);

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    internal AlarmSettings Checked(string stream)
    {
        Check.That($"stream '{stream}'",
        [
            Rule.Share("the lag of a warning", LagWarning),
            Rule.Share("the lag of a page", LagPage),
            Rule.That(LagWarning < LagPage,
                $"the lag of a warning must be below that of a page, got {LagWarning} and {LagPage} of the retention"),
            Rule.Share("throttled writes", ThrottledWrites),
            Rule.Share("throttled reads", ThrottledReads),
            Rule.Share("failed records", FailedRecords),
            Rule.Share("throttled records", ThrottledRecords),
            Rule.Share("an on-demand stream's traffic", OnDemandShare),
            Rule.That(HotShard > 1 && double.IsFinite(HotShard),
                $"a hot shard must carry more than the mean of the others, got {HotShard} times"),
            Rule.AtLeast("the limit of an on-demand stream", OnDemandLimit, 1, "MB a second"),
            Rule.That(MaxLag > TimeSpan.Zero, $"the longest lag must be more than nothing, got {MaxLag}"),
            .. Retention is { } retention ? DataStreamProps.RetentionRules(retention) : [],
        ]);
        return this;
    }
}
