using Constructs;
using HashiCorp.Cdktf.Providers.Aws.KinesisStreamConsumer;
using Nautilus.Streaming.Access;

namespace Nautilus.Streaming;

/// <summary>A registered consumer of a stream: enhanced fan-out. It has an ARN of its own, and access of its own.</summary>
public sealed class FanOutConsumer : Construct
{
    private readonly DataStream _stream;
    private readonly KinesisStreamConsumer _consumer;
    private readonly SharedAccess _sharing;

    internal FanOutConsumer(DataStream stream, string name)
        : base(stream, $"consumer-{name}")
    {
        _stream = stream;
        _consumer = new KinesisStreamConsumer(this, "Default", new KinesisStreamConsumerConfig { Name = name, StreamArn = stream.Arn });
        Arn = _consumer.Arn;
        _sharing = new SharedAccess(this, Arn);
    }

    public string Arn { get; }

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
}
