using System.Text.Json.Nodes;

namespace Nautilus.Testing.Lambda;

/// <summary>
/// The answer of a function with a tumbling window and partial batch responses:
/// https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-windows.html
/// </summary>
/// <param name="State">The state for the next invocation of the window.</param>
/// <param name="Failures">The sequence numbers in <c>batchItemFailures</c>.</param>
/// <param name="Lines">The lines of the log, as JSON.</param>
public sealed record WindowAnswer(JsonNode State, IReadOnlyList<string> Failures, IReadOnlyList<JsonObject> Lines)
{
    /// <summary>Reads an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="output">The log: each line must be JSON.</param>
    public static WindowAnswer Read(byte[] answer, string output)
    {
        var json = JsonNode.Parse(answer)!;
        return new(
            json["state"]!,
            [.. json["batchItemFailures"]!.AsArray().Select(failure => (string)failure!["itemIdentifier"]!)],
            [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())]);
    }
}
