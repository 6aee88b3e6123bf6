using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using Nautilus.Functions.Aggregate;
using Nautilus.Testing.Lambda;

namespace Tests.Functions;

/// <summary>Runs Aggregate in the process of the test, and makes its events.</summary>
internal static class AggregateInProcess
{
    public static string Click(double? value = null, string type = "click", string time = "2026-11-21T04:51:00Z", string? id = null)
    {
        var valueMember = value is { } number ? $",\"value\":{number:R}" : "";
        var idMember = id is null ? "" : $",\"event_id\":\"{id}\"";
        return $$"""{"event_type":"{{type}}","event_time":"{{time}}"{{valueMember}}{{idMember}}}""";
    }

    public static WindowAnswer Handle(this StreamEvent call) => call.Handle(settings: null);

    /// <summary>Handles the event in this process.</summary>
    public static WindowAnswer Handle(
        this StreamEvent call, Settings? settings = null, FirehoseClient? delivery = null, DateTimeOffset? deadline = null)
    {
        var output = new MemoryStream();
        var response = new ArrayBufferWriter<byte>();
        new WindowAggregation(settings ?? new(), delivery, () => new Unclosable(output))
            .Handle(new("request", call.ToBytes()) { Deadline = deadline ?? DateTimeOffset.UtcNow.AddMinutes(1) }, response);
        return WindowAnswer.Read(response.WrittenSpan.ToArray(), Encoding.UTF8.GetString(output.ToArray()));
    }

    /// <summary>The metrics of each key in the window.</summary>
    public static IReadOnlyDictionary<string, JsonObject> Metrics(this WindowAnswer answer) =>
        answer.Lines.Where(line => line.ContainsKey("event_type")).ToDictionary(line => (string)line["event_type"]!);

    // Each writer closes its stream, as it does with the output of the process.
    private sealed class Unclosable(MemoryStream stream) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => stream.Write(buffer);

        public override void Write(byte[] buffer, int offset, int count) => stream.Write(buffer, offset, count);
    }
}
