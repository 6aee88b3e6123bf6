using Constructs;
using HashiCorp.Cdktf.Providers.Aws.KinesisStreamConsumer;
using Nautilus.Access;

namespace Nautilus.Streams;

/// <summary>A registered consumer of a stream, with enhanced fan-out. It has its own ARN, and its own access.</summary>
public sealed class FanOutConsumer : Construct
{
    private readonly KinesisStreamConsumer _consumer;
    private readonly SharedAccess _sharing;

    internal FanOutConsumer(DataStream stream, string name)
        : base(stream, $"consumer-{name}")
    {
        (Stream, PlainName) = (stream, name);
        _consumer = new KinesisStreamConsumer(this, "Default", new KinesisStreamConsumerConfig { Name = name, StreamArn = stream.Arn });
        Arn = _consumer.Arn;
        _sharing = new SharedAccess(this, Arn);
    }

    /// <summary>The consumer's ARN. A consumer that is registered again has another one.</summary>
    public string Arn { get; }

    internal DataStream Stream { get; }

    /// <summary>The name as it was given, for texts.</summary>
    internal string PlainName { get; }

    /// <summary>States that this consumer had another address before.</summary>
    public void MovedFrom(string address) => _consumer.MoveFromId(address);

    /// <summary>For an application that subscribes with the AWS SDK, with KCL or with Flink.</summary>
    public void GrantRead(Role role) => role.Allow(
    [
        new("Subscribe", KinesisActions.Subscribe, [Arn, .. Stream.Statements.Consumer(_consumer.Name)]),
        .. Stream.Statements.Read(KinesisActions.Describe, "DescribeStream"),
    ]);

    /// <summary>For a function that Lambda feeds from this consumer.</summary>
    public void GrantToLambda(Role role) => role.Allow(
    [
        new("Subscribe", KinesisActions.Subscribe, [Arn]),
        .. Stream.Statements.Read(KinesisActions.Poll),
    ]);

    /// <summary>Lets principals of other accounts subscribe, over TLS only. An administrator of their account must allow it too.</summary>
    public void ShareForReading(params string[] principals)
    {
        Stream.ShareForReading("DescribeStream", KinesisActions.Describe, principals);
        _sharing.Allow("Subscribe", KinesisActions.Subscribe, principals);
    }

    /// <summary>Warns, and then pages, when the consumer is a share of the retention behind. Pages when it is not subscribed.</summary>
    public void AlarmWhenLagging(AlarmSettings? settings = null) => Stream.AlarmWhenLagging(this, settings);
}
