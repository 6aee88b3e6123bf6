namespace Nautilus.Streams;

/// <summary>A metric that CloudWatch keeps for each shard. Each one is billed by the shard.</summary>
public enum ShardMetric
{
    /// <summary>The bytes that producers put.</summary>
    IncomingBytes,

    /// <summary>The records that producers put.</summary>
    IncomingRecords,

    /// <summary>The bytes that consumers read.</summary>
    OutgoingBytes,

    /// <summary>The records that consumers read.</summary>
    OutgoingRecords,

    /// <summary>The records that the shard rejected.</summary>
    WriteProvisionedThroughputExceeded,

    /// <summary>The reads that the shard rejected.</summary>
    ReadProvisionedThroughputExceeded,

    /// <summary>The age of the last record that was read.</summary>
    IteratorAgeMilliseconds,
}
