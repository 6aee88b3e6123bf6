using Nautilus.Access;
using Nautilus.Foundations;
using Nautilus.Keys;
using Nautilus.Processing;
using Nautilus.Streams;

namespace Nautilus.Delivery;

public sealed record DeliveryStreamProps
{
    /// <summary>
    /// The delivery stream's name in AWS. Changing it later replaces the delivery stream, as another kind of destination and another
    /// source do: a new one begins with what comes from then on, and what came between the two is not delivered.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>Encrypts its log and, without a source, the records while they wait.</summary>
    public required CustomerKey Key { get; init; }

    public required Destination Destination { get; init; }

    /// <summary>
    /// The stream to read; without, producers put records directly. Each delivery stream polls, and all that poll a shard share its
    /// 2 MB and 5 reads a second: with more than two of them, keep shards below what they can take in.
    /// </summary>
    public DataStream? Source { get; init; }

    /// <summary>What records go through before they are delivered.</summary>
    public TransformFunction? Transform { get; init; }

    internal string Checked(string id)
    {
        _ = Caller.Firehose(Name);
        Rules.Check($"delivery stream '{Name}'", Destination.Rules(this));
        return id;
    }
}
