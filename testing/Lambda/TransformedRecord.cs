using System.Text;
using System.Text.Json.Nodes;

namespace Nautilus.Testing.Lambda;

/// <summary>
/// A record in the answer of a transformation:
/// https://docs.aws.amazon.com/firehose/latest/dev/data-transformation-status-model.html
/// </summary>
/// <param name="Id">The id of the record in the event.</param>
/// <param name="Result"><c>Ok</c>, <c>Dropped</c> or <c>ProcessingFailed</c>.</param>
/// <param name="Data">The transformed data.</param>
/// <param name="PartitionKeys">The keys of dynamic partitioning, if any.</param>
public sealed record TransformedRecord(string Id, string Result, byte[] Data, JsonObject? PartitionKeys)
{
    /// <summary>Whether the result is <c>Ok</c>.</summary>
    public bool IsGood => Result == "Ok";

    /// <summary>The lines of the data, as JSON. Fails if the last one has no line feed.</summary>
    public IReadOnlyList<JsonObject> Events
    {
        get
        {
            Data.Should().EndWith([(byte)'\n'], "lines of one record would run into those of the next");
            return [.. Encoding.UTF8.GetString(Data)[..^1].Split('\n').Select(line => JsonNode.Parse(line)!.AsObject())];
        }
    }

    /// <summary>Reads the answer of a transformation.</summary>
    /// <param name="answer">The answer.</param>
    public static IReadOnlyList<TransformedRecord> ReadAll(byte[] answer) =>
        [.. JsonNode.Parse(answer)!["records"]!.AsArray().Select(record => new TransformedRecord(
            (string)record!["recordId"]!,
            (string)record["result"]!,
            Convert.FromBase64String((string)record["data"]!),
            record["metadata"]?["partitionKeys"]!.AsObject()))];
}
