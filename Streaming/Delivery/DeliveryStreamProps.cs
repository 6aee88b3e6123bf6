using Nautilus.Foundations;
using Nautilus.Keys;
using Nautilus.Processing;
using Nautilus.Streams;

namespace Nautilus.Delivery;

/// <summary>A <see cref="DeliveryStream"/>.</summary>
public sealed record DeliveryStreamProps
{
    /// <summary>
    /// The delivery stream's name in AWS. A later change replaces the delivery stream, as does another kind of destination or another
    /// source. The new delivery stream begins with the records that arrive after its creation. Records between the two are not delivered.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>The key that encrypts the log and, without a source, the records in the buffer.</summary>
    public required CustomerKey Key { get; init; }

    /// <summary>Where the records are delivered.</summary>
    public required Destination Destination { get; init; }

    /// <summary>
    /// The stream to read. Without a source, producers put records into the delivery stream. Each delivery stream polls its source, and all
    /// consumers that poll a shard share 2 MB and 5 reads a second. With more than two of them, keep the traffic of each shard below 1 MB
    /// a second.
    /// </summary>
    public DataStream? Source { get; init; }

    /// <summary>The function that transforms records before the delivery.</summary>
    public TransformFunction? Transform { get; init; }

    /// <summary>The folder of the failed records, in the bucket of the destination's failures.</summary>
    internal string FailuresFolder => Destination.FailuresOf(Name);

    internal string Checked(string id)
    {
        Check.That($"delivery stream '{Name}'", [Rule.Matches("name", Name, AwsNames.DeliveryStream), .. Destination.Rules(this)]);
        return id;
    }
}
