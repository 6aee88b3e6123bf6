using Constructs;
using HashiCorp.Cdktf.Providers.Aws.CloudwatchMetricAlarm;
using Nautilus.Alarms;
using Nautilus.Foundations;
using Nautilus.Scaling;

namespace Nautilus.Streams;

public sealed partial class DataStream
{
    private readonly HashSet<string> _watched = [];
    private AlarmSettings? _everyAlarm;
    private CloudwatchMetricAlarm? _unread;
    private readonly Dictionary<ShardMetric, CloudwatchMetricAlarm> _hotShards = [];
    private double _hotShardTimes;

    /// <summary>
    /// The alarms that fit the stream: lag, unread records, throttling, failures, and what its capacity, its metrics and its consumers add.
    /// Consumers and scaling that come later get theirs too. What was asked for before, by itself, stays as it is.
    /// </summary>
    public void AlarmWhenInTrouble(AlarmSettings? settings = null)
    {
        settings = Checked(settings) with { IsOfTheSet = true };
        AlarmWhenConsumersLag(settings);
        if (settings.Unread)
            AlarmWhenUnread(settings);
        AlarmWhenThrottled(settings);
        AlarmWhenRecordsFail(settings);
        if (HasSeveralShards && Traffic.Length > 0)
            AlarmWhenAShardIsHot(settings);
        if (_props is { Capacity.Shards: null })
            AlarmNearTheAccountLimit(settings);
        foreach (var alarm in _scaling?.Alarms() ?? [])
            Add(alarm, settings);
        _everyAlarm = settings;
    }

    /// <summary>Warns, and then pages, when those that poll are a share of the retention behind; and so for each fan-out consumer.</summary>
    public void AlarmWhenConsumersLag(AlarmSettings? settings = null)
    {
        settings = Checked(settings);
        var retention = RetentionFor(settings);
        LagAlarms = settings;
        Add(StreamAlarms.Lag(_name, retention, settings.LagWarning, pages: false), settings);
        Add(StreamAlarms.Lag(_name, retention, settings.LagPage, pages: true), settings);
        foreach (var consumer in _consumers.Values)
            consumer.AlarmWhenLagging(settings);
    }

    /// <summary>Pages when records come in and nobody reads: a consumer that has stopped tells no lag.</summary>
    public void AlarmWhenUnread(AlarmSettings? settings = null)
    {
        settings = Checked(settings);
        _unread = Add(StreamAlarms.Unread(_name, Consumers), settings);
    }

    /// <summary>Warns when the stream refuses a share of the records or of the reads for lack of capacity.</summary>
    public void AlarmWhenThrottled(AlarmSettings? settings = null)
    {
        settings = Checked(settings);
        Add(StreamAlarms.ThrottledWrites(_name, settings.ThrottledWrites), settings);
        Add(StreamAlarms.ThrottledReads(_name, settings.ThrottledReads), settings);
    }

    /// <summary>Tells when records of batches fail, and pages when they are throttled: the call succeeds all the same.</summary>
    public void AlarmWhenRecordsFail(AlarmSettings? settings = null)
    {
        settings = Checked(settings);
        Add(StreamAlarms.FailedRecords(_name, settings.FailedRecords), settings);
        Add(StreamAlarms.ThrottledRecords(_name, settings.ThrottledRecords), settings);
    }

    /// <summary>Warns when one shard carries much more than the others. For provisioned streams that measure what comes into each shard.</summary>
    public void AlarmWhenAShardIsHot(AlarmSettings? settings = null)
    {
        settings = Checked(settings);
        Rules.Check($"stream '{_name}'",
            (Traffic.Length > 0, $"to find a hot shard, ShardMetrics must have IncomingBytes or IncomingRecords, got {(_props is { ShardMetrics.Count: > 0 } ? string.Join(", ", _props.ShardMetrics) : "none")}"),
            (_props is not { Capacity.Shards: 1 } || _scaling is not null, "a hot shard is one of several, got a stream of 1 shard"),
            (_props is null or { Capacity.Shards: not null }, "only a provisioned stream can have a hot shard: AWS splits those of an on-demand stream"));
        _hotShardTimes = settings.HotShard;
        foreach (var metric in Traffic)
            _hotShards[metric] = Add(HotShard(metric), settings);
    }

    /// <summary>Warns when an on-demand stream takes in most of what the account allows it.</summary>
    public void AlarmNearTheAccountLimit(AlarmSettings? settings = null)
    {
        settings = Checked(settings);
        Rules.Check($"stream '{_name}'", (_props is null or { Capacity.Shards: null }, "the account's limit is one of on-demand streams, and this one is provisioned"));
        Add(StreamAlarms.OnDemandLimit(_name, settings.OnDemandLimit, settings.OnDemandShare), settings);
    }

    private ShardMetric[] Traffic => [.. (_props?.ShardMetrics ?? []).Where(metric => metric is ShardMetric.IncomingBytes or ShardMetric.IncomingRecords)];

    internal TimeSpan RetentionFor(AlarmSettings settings) => _props?.Retention ?? settings.Retention ?? throw new ArgumentException(
        $"stream '{_name}': it is not managed here, so its retention must be given to alarm on lag: Retention = TimeSpan.FromHours(24)");

    private Alarm HotShard(ShardMetric metric) => StreamAlarms.HotShard(_name, metric, _scaling is { Min: var min } ? ShardsWithTraffic(min) : $"{_props!.Capacity.Shards}", _hotShardTimes);

    private static string ShardsWithTraffic(int least) => $"IF(SUM(each) / AVG(each) > {least}, SUM(each) / AVG(each), {least})";

    private bool HasSeveralShards => _scaling is not null || _props?.Capacity.Shards > 1;

    private void Watch(string consumer)
    {
        if (!_watched.Add(consumer))
            return;
        _unread?.PutMetricQuery(StreamAlarms.Unread(_name, Consumers).Queries());
        _scaling?.ConsumersChanged();
        HasChanged();
    }

    private void AlarmAlsoFor(StreamScaling scaling)
    {
        foreach (var (metric, alarm) in _hotShards)
            alarm.PutMetricQuery(HotShard(metric).Queries());
        if (_everyAlarm is null)
            return;
        if (_hotShards.Count == 0 && Traffic.Length > 0)
            AlarmWhenAShardIsHot(_everyAlarm);
        foreach (var alarm in scaling.Alarms())
            Add(alarm, _everyAlarm);
    }

    private CloudwatchMetricAlarm Add(Alarm alarm, AlarmSettings settings) => Add(alarm, settings, this, _name);

    /// <summary>Of the stream, or of one of its consumers.</summary>
    internal CloudwatchMetricAlarm Add(Alarm alarm, AlarmSettings settings, Construct owner, string subject) =>
        (settings.IsOfTheSet ? Raised(owner, alarm.What) : null) ?? Raise(alarm, owner, subject, settings.Topic, settings.PageTopic);

    internal AlarmSettings Checked(AlarmSettings? settings) => (settings ?? new()).Checked(_name);
}
