using Nautilus.Dashboards;
using Nautilus.Foundations;

namespace Nautilus.Streams;

public sealed partial class DataStream
{
    private readonly StreamAlarmSet _alarms;

    /// <summary>
    /// Creates the alarms that fit the stream: lag, unread records, throttling, failures, and what its capacity, its metrics, its consumers
    /// and its scaling add. An alarm that is also asked for by itself has the settings that are given there.
    /// </summary>
    public void AlarmWhenInTrouble(AlarmSettings? settings = null) => _alarms.WhenInTrouble(Checked(settings));

    /// <summary>
    /// Warns, and then pages, when a consumer is a share of the retention behind: those that poll together, and each fan-out consumer by
    /// itself.
    /// </summary>
    public void AlarmWhenConsumersLag(AlarmSettings? settings = null) => _alarms.WhenConsumersLag(Checked(settings));

    /// <summary>Pages when records arrive and nobody reads them. A consumer that has stopped reports no lag.</summary>
    public void AlarmWhenUnread(AlarmSettings? settings = null) => _alarms.WhenUnread(Checked(settings));

    /// <summary>Warns when the stream refuses a share of the records or of the reads because its capacity is used up.</summary>
    public void AlarmWhenThrottled(AlarmSettings? settings = null) => _alarms.WhenThrottled(Checked(settings));

    /// <summary>Warns when records of batches fail, and pages when they are throttled. The call succeeds in both cases.</summary>
    public void AlarmWhenRecordsFail(AlarmSettings? settings = null) => _alarms.WhenRecordsFail(Checked(settings));

    /// <summary>
    /// Warns when one shard carries much more than the others. The stream must be provisioned, and measure what arrives in each shard.
    /// </summary>
    public void AlarmWhenAShardIsHot(AlarmSettings? settings = null)
    {
        settings = Checked(settings);
        Check.That($"stream '{PlainName}'",
            Rule.That(TrafficMetrics.Any(),
                $"ShardMetrics must have IncomingBytes or IncomingRecords to find a hot shard, got {MeasuredOfShards}"),
            Rule.That(!IsOnDemand,
                "it must be provisioned to have a hot shard, because AWS splits the shards of one on demand; got one on demand"));
        AtSynth.Check(this, $"stream '{PlainName}'", () =>
            [Rule.That(HasSeveralShards, "it must have several shards to have a hot one, got 1 shard")]);
        _alarms.WhenAShardIsHot(settings);
    }

    /// <summary>Warns when an on-demand stream takes in most of what the account allows.</summary>
    public void AlarmNearTheAccountLimit(AlarmSettings? settings = null)
    {
        settings = Checked(settings);
        Check.That($"stream '{PlainName}'",
            Rule.That(Props is null || IsOnDemand, "it must be on-demand to have the limit of the account, got a provisioned stream"));
        _alarms.NearTheAccountLimit(settings);
    }

    internal override IEnumerable<string> AlarmArns => _alarms.Arns;

    internal override string Heading => StreamRows.Summary(this);

    internal override IEnumerable<Widget[]> Rows => StreamRows.Of(this);

    /// <summary>The settings of the lag alarms, which a dashboard shows as lines.</summary>
    internal AlarmSettings LagSettings => _alarms.LagSettings;

    /// <summary>How long records are kept; null if another stack manages the stream and no settings give it.</summary>
    internal TimeSpan? Retention => Props?.Retention ?? LagSettings.Retention;

    /// <summary>The shortest time that records are kept: Kinesis keeps them for a day in any stream.</summary>
    internal TimeSpan RetentionAtLeast => Retention ?? DataStreamProps.ShortestRetention;

    /// <summary>How many shards the stream can come to have; null if AWS scales it or another stack manages it.</summary>
    internal int? MostShards => Scaling?.Max ?? Props?.Capacity.Shards;

    internal bool IsOnDemand => Props is { Capacity.Shards: null };

    internal bool HasSeveralShards => MostShards > 1;

    /// <summary>The shard-level metrics of what arrives.</summary>
    internal IEnumerable<ShardMetric> TrafficMetrics =>
        (Props?.ShardMetrics ?? []).Where(metric => metric is ShardMetric.IncomingBytes or ShardMetric.IncomingRecords);

    private string MeasuredOfShards => Props is { ShardMetrics: { Count: > 0 } metrics } ? string.Join(", ", metrics) : "none";

    internal void AlarmWhenLagging(FanOutConsumer consumer, AlarmSettings? settings) => _alarms.WhenLagging(consumer, Checked(settings));

    internal TimeSpan RetentionFor(AlarmSettings settings) => Props?.Retention ?? settings.Retention ?? throw new ArgumentException(
        $"stream '{PlainName}': Retention must be given to alarm on the lag of a stream that another stack manages, got none; "
        + "set it, for instance to TimeSpan.FromHours(24)");

    private AlarmSettings Checked(AlarmSettings? settings) => (settings ?? new()).Checked(PlainName);
}
