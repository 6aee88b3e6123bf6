namespace Nautilus.Streams;

/// <summary>What CloudWatch is told of each shard. Each is billed by the shard.</summary>
public enum ShardMetric
{
    IncomingBytes,
    IncomingRecords,
    OutgoingBytes,
    OutgoingRecords,
    WriteProvisionedThroughputExceeded,
    ReadProvisionedThroughputExceeded,
    IteratorAgeMilliseconds,
}
