using Constructs;
using HashiCorp.Cdktf.Providers.Aws.KinesisStreamConsumer;
using Nautilus.Access;

namespace Nautilus.Streams;

/// <summary>A registered consumer of a stream: enhanced fan-out. It has an ARN of its own, and access of its own.</summary>
public sealed class FanOutConsumer : Construct
{
    private readonly DataStream _stream;
    private readonly string _name;
    private readonly KinesisStreamConsumer _consumer;
    private readonly SharedAccess _sharing;

    internal FanOutConsumer(DataStream stream, string name)
        : base(stream, $"consumer-{name}")
    {
        (_stream, _name) = (stream, name);
        _consumer = new KinesisStreamConsumer(this, "Default", new KinesisStreamConsumerConfig { Name = name, StreamArn = stream.Arn });
        Arn = _consumer.Arn;
        _sharing = new SharedAccess(this, Arn);
    }

    public string Arn { get; }

    internal DataStream Stream => _stream;

    /// <summary>The name as it was given, for what has to stand in a text.</summary>
    internal string PlainName => _name;

    /// <summary>Says that this consumer stood at another address before.</summary>
    public void MovedFrom(string address) => _consumer.MoveFromId(address);

    /// <summary>An application that subscribes with the AWS SDK, with KCL or with Flink.</summary>
    public void GrantRead(Role role) => role.Allow(
    [
        new("Subscribe", KinesisActions.Subscribe, [Arn]),
        .. _stream.Reading(KinesisActions.LearnShards, "LearnShards"),
    ]);

    /// <summary>A function that Lambda feeds from this consumer.</summary>
    public void GrantToLambda(Role role) => role.Allow(
    [
        new("Subscribe", KinesisActions.Subscribe, [Arn]),
        .. _stream.Reading(KinesisActions.Lambda),
    ]);

    /// <summary>Lets principals of other accounts subscribe, over TLS only. They need the same from an administrator of their own.</summary>
    public void ShareForReading(params string[] principals)
    {
        _stream.ShareForReading("LearnShards", KinesisActions.LearnShards, principals);
        _sharing.Allow("Subscribe", KinesisActions.Subscribe, principals);
    }

    /// <summary>Warns, and then pages, when the consumer is a share of the retention behind; and pages when it isn't subscribed.</summary>
    public void AlarmWhenLagging(AlarmSettings? settings = null)
    {
        settings = _stream.Checked(settings);
        // A slash, which no stream's name has: the alarms of consumer b of stream a are not those of a stream a-b.
        var (subject, retention) = ($"{_stream.PlainName}/{_name}", _stream.RetentionFor(settings));
        foreach (var (share, pages) in new[] { (settings.LagWarning, false), (settings.LagPage, true) })
            _stream.Add(StreamAlarms.ConsumerLag(_stream.PlainName, _name, retention, share, pages), settings, this, subject);
        _stream.Add(StreamAlarms.ConsumerUnread(_stream.PlainName, _name), settings, this, subject);
    }
}
