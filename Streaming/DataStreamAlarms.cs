using HashiCorp.Cdktf.Providers.Aws.CloudwatchMetricAlarm;
using Nautilus.Streaming.Alarms;

namespace Nautilus.Streaming;

public sealed partial class DataStream
{
    private AlarmSettings? _everyAlarm;
    private CloudwatchMetricAlarm? _unread;

    /// <summary>
    /// The alarms that fit the stream: lag, unread records, throttling, failures, and what its capacity, its metrics and its consumers add.
    /// Consumers and scaling that come later get theirs too.
    /// </summary>
    public void AlarmWhenInTrouble(AlarmSettings? settings = null)
    {
        settings = Checked(settings);
        AlarmWhenConsumersLag(settings);
        AlarmWhenUnread(settings);
        AlarmWhenThrottled(settings);
        AlarmWhenRecordsFail(settings);
        if (_props?.Capacity.Shards is > 1 && Traffic.Length > 0)
            AlarmWhenAShardIsHot(settings);
        if (_props is { Capacity.Shards: null })
            AlarmNearTheAccountLimit(settings);
        _everyAlarm = settings;
    }

    /// <summary>Warns, and then pages, when those that poll are a share of the retention behind; and so for each fan-out consumer.</summary>
    public void AlarmWhenConsumersLag(AlarmSettings? settings = null)
    {
        settings = Checked(settings);
        var retention = RetentionFor(settings);
        StreamAlarms.Lag(_name, retention, settings.LagWarning, pages: false).In(this, _name, settings);
        StreamAlarms.Lag(_name, retention, settings.LagPage, pages: true).In(this, _name, settings);
        foreach (var consumer in _consumers.Values)
            consumer.AlarmWhenLagging(settings);
    }

    /// <summary>Pages when records come in and nobody reads: a consumer that has stopped tells no lag.</summary>
    public void AlarmWhenUnread(AlarmSettings? settings = null)
    {
        settings = Checked(settings);
        _unread = StreamAlarms.Unread(_name, [.. _consumers.Keys]).In(this, _name, settings);
    }

    /// <summary>Warns when the stream refuses a share of the records or of the reads for lack of capacity.</summary>
    public void AlarmWhenThrottled(AlarmSettings? settings = null)
    {
        settings = Checked(settings);
        StreamAlarms.ThrottledWrites(_name, settings.ThrottledWrites).In(this, _name, settings);
        StreamAlarms.ThrottledReads(_name, settings.ThrottledReads).In(this, _name, settings);
    }

    /// <summary>Tells when records of batches fail, and pages when they are throttled: the call succeeds all the same.</summary>
    public void AlarmWhenRecordsFail(AlarmSettings? settings = null)
    {
        settings = Checked(settings);
        StreamAlarms.FailedRecords(_name, settings.FailedRecords).In(this, _name, settings);
        StreamAlarms.ThrottledRecords(_name, settings.ThrottledRecords).In(this, _name, settings);
    }

    /// <summary>Warns when one shard carries much more than the others. For provisioned streams that measure what comes into each shard.</summary>
    public void AlarmWhenAShardIsHot(AlarmSettings? settings = null)
    {
        settings = Checked(settings);
        Rules.Check($"stream '{_name}'",
            (Traffic.Length > 0, $"to find a hot shard, ShardMetrics must have IncomingBytes or IncomingRecords, got {(_props is { ShardMetrics.Count: > 0 } ? string.Join(", ", _props.ShardMetrics) : "none")}"),
            (_props is null or { Capacity.Shards: not null }, "only a provisioned stream can have a hot shard: AWS splits those of an on-demand stream"));
        StreamAlarms.HotShard(_name, Traffic, $"{_props!.Capacity.Shards}", openShards: null, settings.HotShard).In(this, _name, settings);
    }

    /// <summary>Warns when an on-demand stream takes in most of what the account allows it.</summary>
    public void AlarmNearTheAccountLimit(AlarmSettings? settings = null)
    {
        settings = Checked(settings);
        Rules.Check($"stream '{_name}'", (_props is null or { Capacity.Shards: null }, "the account's limit is one of on-demand streams, and this one is provisioned"));
        StreamAlarms.OnDemandLimit(_name, settings.OnDemandLimit, settings.OnDemandShare).In(this, _name, settings);
    }

    private ShardMetric[] Traffic => [.. (_props?.ShardMetrics ?? []).Where(metric => metric is ShardMetric.IncomingBytes or ShardMetric.IncomingRecords)];

    internal TimeSpan RetentionFor(AlarmSettings settings) => settings.Retention ?? _props?.Retention ?? throw new ArgumentException(
        $"stream '{_name}': it is not managed here, so its retention must be given to alarm on lag: Retention = TimeSpan.FromHours(24)");

    private void AlarmAlsoFor(FanOutConsumer consumer)
    {
        _unread?.PutMetricQuery(StreamAlarms.Unread(_name, [.. _consumers.Keys]).Queries());
        if (_everyAlarm is not null)
            consumer.AlarmWhenLagging(_everyAlarm);
    }

    internal AlarmSettings Checked(AlarmSettings? settings) => (settings ?? new()).Checked(_name);
}
