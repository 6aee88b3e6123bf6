using System.Text;
using System.Text.Json.Nodes;

namespace Nautilus.Testing.Lambda;

/// <summary>What a transformation says of one record.</summary>
internal sealed record TransformedRecord(string Id, string Result, byte[] Data, JsonObject? PartitionKeys)
{
    public bool IsGood => Result == "Ok";

    /// <summary>The data's lines, each of them JSON.</summary>
    public IReadOnlyList<JsonObject> Events
    {
        get
        {
            Data.Should().EndWith([(byte)'\n']);
            return [.. Encoding.UTF8.GetString(Data)[..^1].Split('\n').Select(line => JsonNode.Parse(line)!.AsObject())];
        }
    }

    public static IReadOnlyList<TransformedRecord> ReadAll(byte[] answer) =>
        [.. JsonNode.Parse(answer)!["records"]!.AsArray().Select(record => new TransformedRecord(
            (string)record!["recordId"]!,
            (string)record["result"]!,
            Convert.FromBase64String((string)record["data"]!),
            record["metadata"]?["partitionKeys"]!.AsObject()))];
}
