using System.Text.Json.Nodes;

namespace Nautilus.Testing.Pipelines;

/// <summary>A record of a Kinesis stream.</summary>
/// <param name="Shard">The id of its shard.</param>
/// <param name="Sequence">The sequence number.</param>
/// <param name="Key">The partition key.</param>
/// <param name="Data">The data.</param>
/// <param name="Arrival">The time at which it arrived, to the millisecond.</param>
public sealed record StreamRecord(string Shard, string Sequence, string Key, byte[] Data, DateTimeOffset Arrival)
{
    internal static StreamRecord Of(string shard, JsonNode record) => new(
        shard,
        (string)record["SequenceNumber"]!,
        (string)record["PartitionKey"]!,
        Convert.FromBase64String((string)record[nameof(Data)]!),
        DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Floor((double)record["ApproximateArrivalTimestamp"]! * 1000)));
}
