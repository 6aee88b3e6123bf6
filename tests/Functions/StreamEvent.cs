using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using Nautilus.Functions.Aggregate;

namespace Nautilus.Tests.Functions;

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

    public static string Click(double? value = null, string type = "click", string time = "2026-11-21T04:51:00Z", string? id = null) =>
        $$"""{"event_type":"{{type}}","event_time":"{{time}}"{{(value is { } number ? $",\"value\":{number:R}" : "")}}{{(id is null ? "" : $",\"event_id\":\"{id}\"")}}}""";

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToJson().ToJsonString());

    /// <summary>Handles the event in this process.</summary>
    public WindowAnswer Handle(Settings? settings = null, FirehoseClient? delivery = null, DateTimeOffset? deadline = null)
    {
        var output = new MemoryStream();
        var response = new ArrayBufferWriter<byte>();
        new WindowAggregation(settings ?? new(), delivery, () => new Unclosable(output))
            .Handle(new("request", ToBytes()) { Deadline = deadline ?? DateTimeOffset.UtcNow.AddMinutes(1) }, response);
        return WindowAnswer.Read(response.WrittenSpan.ToArray(), Encoding.UTF8.GetString(output.ToArray()));
    }

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

    // Each writer closes the stream that it was given, as it does with the process's output.
    private sealed class Unclosable(MemoryStream stream) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => stream.Write(buffer);

        public override void Write(byte[] buffer, int offset, int count) => stream.Write(buffer, offset, count);
    }
}

internal sealed record WindowAnswer(JsonNode State, IReadOnlyList<string> Failures, IReadOnlyList<JsonObject> Lines)
{
    /// <summary>What was counted, of the keys that have a window's metrics.</summary>
    public IReadOnlyDictionary<string, JsonObject> Metrics =>
        Lines.Where(line => line.ContainsKey("event_type")).ToDictionary(line => (string)line["event_type"]!);

    public static WindowAnswer Read(byte[] answer, string output)
    {
        var json = JsonNode.Parse(answer)!;
        return new(
            json["state"]!,
            [.. json["batchItemFailures"]!.AsArray().Select(failure => (string)failure!["itemIdentifier"]!)],
            [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())]);
    }
}
