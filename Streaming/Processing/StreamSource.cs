using Nautilus.Access;
using Nautilus.Streams;

namespace Nautilus.Processing;

/// <summary>Where records are read: a stream, polled along with its other readers, or a fan-out consumer of it.</summary>
public sealed class StreamSource
{
    private readonly FanOutConsumer? _consumer;

    private StreamSource(DataStream stream, FanOutConsumer? consumer) => (Stream, _consumer) = (stream, consumer);

    public static implicit operator StreamSource(DataStream stream) => new(stream, null);

    public static implicit operator StreamSource(FanOutConsumer consumer) => new(consumer.Stream, consumer);

    internal DataStream Stream { get; }

    internal string Arn => _consumer?.Arn ?? Stream.Arn;

    internal string Text => _consumer is null ? Stream.PlainName : $"{Stream.PlainName}, by the fan-out consumer {_consumer.PlainName}";

    internal void GrantToLambda(Role role)
    {
        if (_consumer is null)
            Stream.GrantToLambda(role);
        else
            _consumer.GrantToLambda(role);
    }

    internal void GrantToFlink(Role role)
    {
        Stream.GrantToFlink(role);
        _consumer?.GrantRead(role);
    }
}
