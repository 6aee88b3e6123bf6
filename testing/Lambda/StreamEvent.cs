using System.Text;
using System.Text.Json.Nodes;

namespace Nautilus.Testing.Lambda;

/// <summary>
/// An event with records of a Kinesis stream and the state of a tumbling window, as Lambda sends it:
/// https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-windows.html
/// </summary>
/// <param name="Records">The sequence number and the data of each record.</param>
public sealed record StreamEvent(params IReadOnlyList<(string Sequence, byte[] Data)> Records)
{
    /// <summary>The default of <see cref="StreamName"/>.</summary>
    public const string Stream = "events";

    /// <summary>The default of <see cref="ShardId"/>.</summary>
    public const string Shard = "shardId-000000000006";

    /// <summary>The name of the stream.</summary>
    public string StreamName { get; init; } = Stream;

    /// <summary>The shard of the records.</summary>
    public string ShardId { get; init; } = Shard;

    /// <summary>The start of the window.</summary>
    public DateTime Start { get; init; } = new(2026, 11, 21, 4, 51, 0, DateTimeKind.Utc);

    /// <summary>The end of the window.</summary>
    public DateTime End { get; init; } = new(2026, 11, 21, 4, 52, 0, DateTimeKind.Utc);

    /// <summary>The state that the last invocation of the window returned; null at its first.</summary>
    public JsonNode? State { get; init; }

    /// <summary>Whether this is the last invocation of the window.</summary>
    public bool IsFinal { get; init; }

    /// <summary>Whether Lambda ends the window early, because its state is too large.</summary>
    public bool IsTerminatedEarly { get; init; }

    /// <summary>An event with records whose sequence numbers begin with 1.</summary>
    /// <param name="records">The data of each record.</param>
    public static StreamEvent Of(params IEnumerable<string> records) => From(1, records);

    /// <summary>An event with records whose sequence numbers begin with a given one.</summary>
    /// <param name="first">The first sequence number.</param>
    /// <param name="records">The data of each record.</param>
    public static StreamEvent From(int first, params IEnumerable<string> records) =>
        new([.. records.Select((data, i) => ($"{first + i}", Encoding.UTF8.GetBytes(data)))]);

    /// <summary>The event as JSON in UTF-8.</summary>
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
        ["window"] = new JsonObject { ["start"] = Time(Start), ["end"] = Time(End) },
        ["state"] = State?.DeepClone() ?? new JsonObject(),
        ["shardId"] = ShardId,
        ["eventSourceARN"] = $"arn:aws:kinesis:us-east-1:123456789012:stream/{StreamName}",
        ["isFinalInvokeForWindow"] = IsFinal,
        ["isWindowTerminatedEarly"] = IsTerminatedEarly,
    };

    private static string Time(DateTime time) => $"{time:yyyy-MM-dd'T'HH:mm:ss'Z'}";
}
