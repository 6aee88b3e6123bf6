using Nautilus.Testing.CloudWatch;

namespace Nautilus.Testing.Replays;

/// <summary>
/// The metrics that Kinesis reports in a story. Their names and dimensions are those of
/// https://docs.aws.amazon.com/streams/latest/dev/monitoring-with-cloudwatch.html; a shard takes 1 MB and 1,000 records a second:
/// https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html. Assumed: traffic is even within a minute, and a
/// poller reads each shard once a second.
/// </summary>
public sealed class KinesisModel
{
    private const double RecordsOfAShard = 60_000;
    private const double BytesOfAShard = 60_000_000;

    // Assumed: an event every five seconds, also without records.
    private const double EventsAMinute = 12;

    private readonly Story _story;
    private readonly Metrics _metrics = new();
    private readonly List<double> _written = [0];

    private KinesisModel(Story story) => _story = story;

    /// <summary>The metrics that CloudWatch gets in a story.</summary>
    /// <param name="story">The story.</param>
    public static Metrics Report(Story story)
    {
        var model = new KinesisModel(story);
        var retention = story.RetentionHours * 60;
        var poller = new Reader(story.Polling, retention);
        var consumers = story.Consumers.ToDictionary(consumer => consumer, _ => new Reader(story.Subscribing, retention));
        for (var minute = 1; minute <= story.Minutes; minute++)
        {
            model.Put(minute);
            model.Poll(minute, poller);
            foreach (var (name, consumer) in consumers)
                model.Push(minute, name, consumer);
        }

        return model._metrics;
    }

    private void Put(int minute)
    {
        var put = _story.Puts(minute);
        var (taken, failed, refused) = (0.0, 0.0, 0.0);
        for (var shard = 0; shard < _story.Shards; shard++)
        {
            var offered = put * Share(shard, minute);
            var fits = _story.IsOnDemand ? offered : Math.Min(offered, Math.Min(RecordsOfAShard, BytesOfAShard / _story.BytesOfARecord));
            var lost = fits * _story.Failing(minute);
            (taken, failed, refused) = (taken + fits - lost, failed + lost, refused + offered - fits);
            if (offered > 0 || _story.ReportsZero)
                Incoming(minute, fits - lost, ("ShardId", $"shardId-{shard:D12}"));
        }

        _written.Add(taken);
        if (put == 0 && !_story.ReportsZero)
            return;
        Incoming(minute, taken);
        Report(minute, "WriteProvisionedThroughputExceeded", refused);
        if (put == 0)
            return;
        Report(minute, "PutRecords.TotalRecords", put);
        Report(minute, "PutRecords.SuccessfulRecords", taken);
        Report(minute, "PutRecords.FailedRecords", failed);
        Report(minute, "PutRecords.ThrottledRecords", refused);
    }

    private double Share(int shard, int minute)
    {
        var first = _story.FirstShard?.Invoke(minute) ?? 1.0 / _story.Shards;
        return shard == 0 ? first : (1 - first) / (_story.Shards - 1);
    }

    private void Incoming(int minute, double records, params (string, string)[] shard)
    {
        Report(minute, "IncomingRecords", records, shard);
        Report(minute, "IncomingBytes", records * _story.BytesOfARecord, shard);
    }

    private void Poll(int minute, Reader poller)
    {
        if (poller.Age(minute, _written) is not { } age)
            return;
        var polls = 60.0 * _story.Shards;
        var refused = polls * _story.RefusedPolls(minute);
        Report(minute, "GetRecords.Success", polls - refused);
        Report(minute, "ReadProvisionedThroughputExceeded", refused);
        Report(minute, "GetRecords.IteratorAgeMilliseconds", age * 60_000.0);
    }

    private void Push(int minute, string name, Reader consumer)
    {
        if (consumer.Age(minute, _written) is not { } age)
            return;
        Report(minute, "SubscribeToShardEvent.Success", EventsAMinute * _story.Shards, ("ConsumerName", name));
        Report(minute, "SubscribeToShardEvent.MillisBehindLatest", age * 60_000.0, ("ConsumerName", name));
    }

    private void Report(int minute, string name, double value, params (string, string)[] besides) =>
        _metrics.Report(new("AWS/Kinesis", name, [("StreamName", _story.Stream), .. besides]), minute, value);
}
