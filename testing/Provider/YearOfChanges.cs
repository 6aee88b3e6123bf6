using System.Text.Json.Nodes;
using Nautilus.Review.Terraform;

namespace Nautilus.Testing.Provider;

/// <summary>The changes that a team makes to its streams in a year, each as a change of a stack's Terraform JSON.</summary>
internal static class YearOfChanges
{
    private const string Key = $"arn:aws:kms:us-east-1:{SampleAttributes.Account}:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    private const string Consumers = "aws_kinesis_stream_consumer";

    public static IReadOnlyDictionary<string, Action<JsonObject>> All { get; } = new Dictionary<string, Action<JsonObject>>
    {
        [StateChanges.ConsumerAdded] = AddConsumer,
        ["nothing"] = _ => { },
        ["retention up"] = OfStreams(stream => stream["retention_period"] = 8760),
        ["shards up"] = OfStreams(stream => (stream["shard_count"], Mode(stream)["stream_mode"]) = (8, "PROVISIONED")),
        ["key changed"] = OfStreams(stream => stream["kms_key_id"] = Key),
        ["metrics added"] = OfStreams(stream => stream["shard_level_metrics"] = new JsonArray("IteratorAgeMilliseconds")),
        ["tags added"] = OfStreams(stream => stream["tags"] = new JsonObject { ["Owner"] = "web" }),
        ["mode switched"] = OfStreams(SwitchMode),
        ["protection on"] = OfStreams(stream => Block(stream, "lifecycle")["prevent_destroy"] = true),
        [StateChanges.Renamed] = OfStreams(stream => stream["name"] = "another-name"),
    };

    private static Action<JsonObject> OfStreams(Action<JsonObject> change) => stack =>
    {
        foreach (var (_, stream) in Streams(stack))
            change(stream!.AsObject());
    };

    private static void AddConsumer(JsonObject stack)
    {
        if (Streams(stack).Select(stream => stream.Key).FirstOrDefault() is not { } stream)
            return;
        var consumers = stack["resource"]![Consumers] ??= new JsonObject();
        consumers["added"] = new JsonObject { ["name"] = "added", ["stream_arn"] = $"${{aws_kinesis_stream.{stream}.arn}}" };
    }

    private static void SwitchMode(JsonObject stream)
    {
        var onDemand = stream["shard_count"] is null;
        Mode(stream)["stream_mode"] = onDemand ? "PROVISIONED" : "ON_DEMAND";
        if (onDemand)
            stream["shard_count"] = 4;
        else
            stream.Remove("shard_count");

        // Nothing but AWS scales a stream on demand: there is no shard count that Terraform must ignore.
        (stream["lifecycle"] as JsonObject)?.Remove("ignore_changes");
    }

    private static JsonObject Streams(JsonObject stack) => stack["resource"]?["aws_kinesis_stream"] as JsonObject ?? [];

    private static JsonObject Mode(JsonObject stream) => Block(stream, "stream_mode_details");

    private static JsonObject Block(JsonObject resource, string name) => (resource[name] ??= new JsonObject()).AsObject();
}
