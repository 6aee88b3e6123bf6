using System.Text;
using System.Text.Json.Nodes;

namespace Nautilus.Testing.Lambda;

/// <summary>Events of a tumbling window as Lambda makes them of a shard's records.</summary>
internal sealed record StreamEvent(params IReadOnlyList<(string Sequence, byte[] Data)> Records)
{
    public const string Stream = "events";
    public const string Shard = "shardId-000000000006";

    public string StreamName { get; init; } = Stream;

    public string ShardId { get; init; } = Shard;

    public DateTime Start { get; init; } = new(2026, 11, 21, 4, 51, 0, DateTimeKind.Utc);

    public DateTime End { get; init; } = new(2026, 11, 21, 4, 52, 0, DateTimeKind.Utc);

    public JsonNode? State { get; init; }

    public bool IsFinal { get; init; }

    public bool IsTerminatedEarly { get; init; }

    public static StreamEvent Of(params IEnumerable<string> records) => From(1, records);

    /// <summary>Records with sequence numbers from one on.</summary>
    public static StreamEvent From(int first, params IEnumerable<string> records) =>
        new([.. records.Select((data, i) => ($"{first + i}", Encoding.UTF8.GetBytes(data)))]);

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToJson().ToJsonString());

    private JsonObject ToJson() => new()
    {
        [nameof(Records)] = new JsonArray([.. Records.Select(record => new JsonObject
        {
            ["kinesis"] = new JsonObject
            {
                ["kinesisSchemaVersion"] = "1.0",
                ["partitionKey"] = "1",
                ["sequenceNumber"] = record.Sequence,
                ["data"] = Convert.ToBase64String(record.Data),
                ["approximateArrivalTimestamp"] = new DateTimeOffset(Start).ToUnixTimeMilliseconds() / 1000.0,
            },
            ["eventSource"] = "aws:kinesis",
            ["eventVersion"] = "1.0",
            ["eventID"] = $"{ShardId}:{record.Sequence}",
            ["eventName"] = "aws:kinesis:record",
            ["awsRegion"] = "us-east-1",
            ["eventSourceARN"] = $"arn:aws:kinesis:us-east-1:123456789012:stream/{StreamName}",
        })]),
        ["window"] = new JsonObject { ["start"] = $"{Start:yyyy-MM-dd'T'HH:mm:ss'Z'}", ["end"] = $"{End:yyyy-MM-dd'T'HH:mm:ss'Z'}" },
        ["state"] = State?.DeepClone() ?? new JsonObject(),
        ["shardId"] = ShardId,
        ["eventSourceARN"] = $"arn:aws:kinesis:us-east-1:123456789012:stream/{StreamName}",
        ["isFinalInvokeForWindow"] = IsFinal,
        ["isWindowTerminatedEarly"] = IsTerminatedEarly,
    };
}
