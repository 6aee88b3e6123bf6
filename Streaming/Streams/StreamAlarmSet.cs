using Constructs;
using Nautilus.Alarms;
using Nautilus.Foundations;

namespace Nautilus.Streams;

/// <summary>
/// The alarms that were asked for, of one stream and its consumers. The order of the calls does not matter: an alarm that a later consumer
/// or scaling needs is created with it, and of several requests for an alarm the most precise one decides on the settings.
/// </summary>
internal sealed class StreamAlarmSet(DataStream stream)
{
    // https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html
    private static readonly string[] LargeRegions = ["us-east-1", "us-west-2", "eu-west-1"];

    private readonly List<Request> _requests = [];
    private readonly Dictionary<(Construct Owner, string What), Created> _created = [];
    private AlarmSettings? _whole;
    private AlarmSettings? _lag;

    private enum Precision
    {
        OneConsumer,
        OneKind,
        WholeSet,
    }

    /// <summary>The settings of the lag of those that poll.</summary>
    public AlarmSettings LagSettings => _lag ?? _whole ?? new();

    /// <summary>
    /// The ARNs in the order of <see cref="StreamAlarms.Order"/>, with those of the consumers behind the lag of the stream.
    /// </summary>
    public IEnumerable<string> Arns =>
        from created in _created
        let consumer = created.Key.Owner as FanOutConsumer
        orderby Array.IndexOf(StreamAlarms.Order, consumer is null ? created.Key.What : StreamAlarms.LagPage), consumer?.PlainName ?? "",
            Array.IndexOf(StreamAlarms.Order, created.Key.What)
        select created.Value.Arn;

    public void WhenInTrouble(AlarmSettings settings)
    {
        Check.That($"stream '{stream.PlainName}'", Rule.That(_whole is null, "its set of alarms must be asked for once, got it twice"));
        Ask(Precision.WholeSet, _whole = settings, () => Whole(settings));
    }

    public void WhenConsumersLag(AlarmSettings settings) => Ask(Precision.OneKind, _lag = settings, () => Lag(settings));

    public void WhenLagging(FanOutConsumer consumer, AlarmSettings settings) =>
        Ask(Precision.OneConsumer, settings, () => Lag(consumer, settings));

    public void WhenUnread(AlarmSettings settings) => Ask(Precision.OneKind, settings, () => [Unread]);

    public void WhenThrottled(AlarmSettings settings) => Ask(Precision.OneKind, settings, () => Throttled(settings));

    public void WhenRecordsFail(AlarmSettings settings) => Ask(Precision.OneKind, settings, () => Failed(settings));

    public void WhenAShardIsHot(AlarmSettings settings) => Ask(Precision.OneKind, settings, () => HotShards(settings));

    public void NearTheAccountLimit(AlarmSettings settings) => Ask(Precision.OneKind, settings, () => [AccountLimit(settings)]);

    /// <summary>Creates the alarms that were asked for and that the stream could not have before.</summary>
    public void Complete()
    {
        foreach (var request in _requests.OrderBy(request => request.Precision))
            foreach (var wanted in request.Alarms().Where(wanted => !_created.ContainsKey(wanted.Key)))
                Create(wanted, request);
    }

    private void Ask(Precision precision, AlarmSettings settings, Func<IEnumerable<Wanted>> alarms)
    {
        var request = new Request(precision, settings, alarms);
        _requests.Add(request);
        foreach (var wanted in alarms())
        {
            if (_created.TryGetValue(wanted.Key, out var present))
            {
                if (precision == Precision.WholeSet || present.Precision < precision)
                    continue;
                Check.That($"alarm '{wanted.Name}'", Rule.That(present.Precision > precision, "it must be asked for once, got it twice"));
                wanted.Owner.Node.TryRemoveChild(wanted.Alarm.What);
            }

            Create(wanted, request);
        }
    }

    private void Create(Wanted wanted, Request request) => _created[wanted.Key] = new(
        wanted.Alarm.In(wanted.Owner, wanted.Subject, request.Settings.Topic, request.Settings.PageTopic).Arn, request.Precision);

    private IEnumerable<Wanted> Whole(AlarmSettings settings) =>
    [
        .. Lag(settings),
        .. settings.Unread ? [Unread] : Array.Empty<Wanted>(),
        .. Throttled(settings),
        .. Failed(settings),
        .. stream.HasSeveralShards ? HotShards(settings) : [],
        .. stream.IsOnDemand ? [AccountLimit(settings)] : Array.Empty<Wanted>(),
        .. (stream.Scaling?.Alarms ?? []).Select(OfStream),
    ];

    private Wanted Unread => OfStream(StreamAlarms.Unread(stream.PlainName, () => stream.Consumers));

    private IEnumerable<Wanted> Lag(AlarmSettings settings)
    {
        var retention = stream.RetentionFor(settings);
        return
        [
            OfStream(StreamAlarms.Lag(stream.PlainName, retention, settings.Warning(retention), pages: false)),
            OfStream(StreamAlarms.Lag(stream.PlainName, retention, settings.Page(retention), pages: true)),
            .. stream.FanOutConsumers.SelectMany(consumer => Lag(consumer, settings)),
        ];
    }

    private IEnumerable<Wanted> Lag(FanOutConsumer consumer, AlarmSettings settings)
    {
        var (name, retention) = (stream.PlainName, stream.RetentionFor(settings));
        return
        [
            Of(ConsumerAlarms.Lag(name, consumer.PlainName, retention, settings.Warning(retention), pages: false)),
            Of(ConsumerAlarms.Lag(name, consumer.PlainName, retention, settings.Page(retention), pages: true)),
            Of(ConsumerAlarms.Unread(name, consumer.PlainName)),
        ];

        // No stream has a slash in its name: the alarms of consumer b of stream a are not those of a stream a-b.
        Wanted Of(Alarm alarm) => new(consumer, $"{name}/{consumer.PlainName}", alarm);
    }

    private IEnumerable<Wanted> Throttled(AlarmSettings settings) =>
    [
        OfStream(StreamAlarms.ThrottledWrites(stream.PlainName, settings.ThrottledWrites)),
        OfStream(StreamAlarms.ThrottledReads(stream.PlainName, settings.ThrottledReads)),
    ];

    private IEnumerable<Wanted> Failed(AlarmSettings settings) =>
    [
        OfStream(StreamAlarms.FailedRecords(stream.PlainName, settings.FailedRecords)),
        OfStream(StreamAlarms.ThrottledRecords(stream.PlainName, settings.ThrottledRecords)),
    ];

    private IEnumerable<Wanted> HotShards(AlarmSettings settings) =>
        from metric in stream.TrafficMetrics
        select OfStream(HotShardAlarm.Of(stream.PlainName, metric, ShardsWithTraffic, settings.HotShard));

    private Wanted AccountLimit(AlarmSettings settings)
    {
        var ofRegion = LargeRegions.Contains(StackRegion.Of(stream)) ? 10_000 : 200;
        return OfStream(StreamAlarms.OnDemandLimit(stream.PlainName, settings.OnDemandLimit ?? ofRegion, settings.OnDemandShare));
    }

    // How many shards a scaled stream has, only its metrics report.
    private string ShardsWithTraffic() => stream.Scaling is { Min: var least }
        ? $"IF(SUM(each) / AVG(each) > {least}, SUM(each) / AVG(each), {least})"
        : $"{stream.Props!.Capacity.Shards}";

    private Wanted OfStream(Alarm alarm) => new(stream, stream.PlainName, alarm);

    private sealed record Request(Precision Precision, AlarmSettings Settings, Func<IEnumerable<Wanted>> Alarms);

    private sealed record Created(string Arn, Precision Precision);

    private sealed record Wanted(Construct Owner, string Subject, Alarm Alarm)
    {
        public (Construct, string) Key => (Owner, Alarm.What);

        public string Name => $"{Subject}-{Alarm.What}";
    }
}
