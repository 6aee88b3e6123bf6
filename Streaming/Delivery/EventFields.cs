namespace Nautilus.Delivery;

/// <summary>The fields of the events that our transformation writes. The columns of lake and warehouse follow from them.</summary>
internal static class EventFields
{
    public const string Type = "event_type";

    public static IReadOnlyList<EventField> All { get; } =
    [
        new(Type, "string", "VARCHAR(64)") { IsPartition = true },
        new("event_time", "timestamp", "TIMESTAMP"),
        new("event_id", "string", "VARCHAR(256)"),
        new("source", "string", "VARCHAR(256)"),
        new("value", "double", "DOUBLE PRECISION"),
        new("attributes", "map<string,string>", "SUPER"),
        new("ingest_time", "timestamp", "TIMESTAMP"),
        new("ingest_shard", "string", "VARCHAR(64)"),
        new("ingest_sequence", "string", "VARCHAR(128)"),
        new("ingest_subsequence", "string", "VARCHAR(32)"),
    ];
}
