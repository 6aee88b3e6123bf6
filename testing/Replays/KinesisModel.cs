using Nautilus.Testing.CloudWatch;

namespace Nautilus.Testing.Replays;

/// <summary>A Kinesis small enough to read: what it takes in, refuses and tells CloudWatch belongs together.</summary>
internal sealed class KinesisModel
{
    private const double RecordsOfAShard = 60_000;
    private const double BytesOfAShard = 60_000_000;

    private readonly Story _story;
    private readonly Metrics _metrics = new();
    private readonly List<double> _written = [0];

    private KinesisModel(Story story) => _story = story;

    /// <summary>All that CloudWatch is told in a story.</summary>
    public static Metrics Tell(Story story)
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
            if (offered > 0 || _story.TellsZero)
                Incoming(minute, fits - lost, ("ShardId", $"shardId-{shard:D12}"));
        }

        _written.Add(taken);
        if (put == 0 && !_story.TellsZero)
            return;
        Incoming(minute, taken);
        Tell(minute, "WriteProvisionedThroughputExceeded", refused);
        if (put == 0)
            return;
        Tell(minute, "PutRecords.TotalRecords", put);
        Tell(minute, "PutRecords.SuccessfulRecords", taken);
        Tell(minute, "PutRecords.FailedRecords", failed);
        Tell(minute, "PutRecords.ThrottledRecords", refused);
    }

    private double Share(int shard, int minute)
    {
        var first = _story.FirstShard?.Invoke(minute) ?? 1.0 / _story.Shards;
        return shard == 0 ? first : (1 - first) / (_story.Shards - 1);
    }

    private void Incoming(int minute, double records, params (string, string)[] shard)
    {
        Tell(minute, "IncomingRecords", records, shard);
        Tell(minute, "IncomingBytes", records * _story.BytesOfARecord, shard);
    }

    private void Poll(int minute, Reader poller)
    {
        if (poller.Age(minute, _written) is not { } age)
            return;
        var polls = 60.0 * _story.Shards;
        var refused = polls * _story.RefusedPolls(minute);
        Tell(minute, "GetRecords.Success", polls - refused);
        Tell(minute, "ReadProvisionedThroughputExceeded", refused);
        Tell(minute, "GetRecords.IteratorAgeMilliseconds", age * 60_000.0);
    }

    private void Push(int minute, string name, Reader consumer)
    {
        if (consumer.Age(minute, _written) is not { } age)
            return;
        Tell(minute, "SubscribeToShardEvent.Success", 12.0 * _story.Shards, ("ConsumerName", name));
        Tell(minute, "SubscribeToShardEvent.MillisBehindLatest", age * 60_000.0, ("ConsumerName", name));
    }

    private void Tell(int minute, string name, double value, params (string, string)[] besides) =>
        _metrics.Report(new("AWS/Kinesis", name, [("StreamName", _story.Stream), .. besides]), minute, value);
}
