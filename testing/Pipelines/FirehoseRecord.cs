namespace Nautilus.Testing.Pipelines;

/// <summary>A record in a batch of Firehose.</summary>
/// <param name="Source">The record of the stream.</param>
/// <param name="Place">Its place in the aggregate that it came in.</param>
/// <param name="Data">The data.</param>
internal sealed record FirehoseRecord(StreamRecord Source, int Place, byte[] Data)
{
    public string Id { get; } = $"{Source.Shard}/{Source.Sequence}/{Place}";

    /// <summary>The records of an aggregate. A record that is no aggregate, or a damaged one, stays whole.</summary>
    public static IEnumerable<FirehoseRecord> Of(StreamRecord record, Func<byte[], IEnumerable<byte[]>> deaggregate)
    {
        IReadOnlyList<byte[]> parts;
        try
        {
            parts = [.. deaggregate(record.Data)];
        }
        catch (FormatException)
        {
            parts = [record.Data];
        }

        return parts.Select((data, place) => new FirehoseRecord(record, place, data));
    }
}
