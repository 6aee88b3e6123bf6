using System.Text.Json.Nodes;

namespace Nautilus.Testing.Lambda;

internal sealed record WindowAnswer(JsonNode State, IReadOnlyList<string> Failures, IReadOnlyList<JsonObject> Lines)
{
    public static WindowAnswer Read(byte[] answer, string output)
    {
        var json = JsonNode.Parse(answer)!;
        return new(
            json["state"]!,
            [.. json["batchItemFailures"]!.AsArray().Select(failure => (string)failure!["itemIdentifier"]!)],
            [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())]);
    }
}
