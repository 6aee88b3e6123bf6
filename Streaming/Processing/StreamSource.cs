using Nautilus.Access;
using Nautilus.Streams;

namespace Nautilus.Processing;

/// <summary>The source of records: a stream, which is polled beside its other readers, or a fan-out consumer of the stream.</summary>
public sealed class StreamSource
{
    private readonly FanOutConsumer? _consumer;

    private StreamSource(DataStream stream, FanOutConsumer? consumer) => (Stream, _consumer) = (stream, consumer);

    /// <summary>A stream, which is polled.</summary>
    public static implicit operator StreamSource(DataStream stream) => new(stream, null);

    /// <summary>A fan-out consumer of a stream.</summary>
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
