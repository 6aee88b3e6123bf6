namespace Nautilus.Review.Safety;

/// <summary>A resource of the state that the configuration no longer has.</summary>
internal static class Destruction
{
    public static IEnumerable<Danger> Of(
        DeployedResource resource, Configuration configuration, IReadOnlyList<DeployedResource> deployed)
    {
        if (NewAddress(resource, configuration, deployed) is { } address)
            return [Moved(resource, address)];
        return resource.Type switch
        {
            DeployedResource.Stream => [OfStream(resource)],
            DeployedResource.Consumer => [OfConsumer(resource)],
            DeployedResource.Key => [KeyDestruction.Of(resource, deployed)],
            _ => DataHolder.Of(resource) is { } holder ? [holder.Destroyed(resource)] : [],
        };
    }

    private static string? NewAddress(
        DeployedResource resource, Configuration configuration, IReadOnlyList<DeployedResource> deployed) =>
        resource.Type is DeployedResource.Stream or DeployedResource.Consumer
            ? configuration.Named(resource.Type, resource.Name).FirstOrDefault(address => deployed.All(other => other.Address != address))
            : null;

    private static Danger Moved(DeployedResource resource, string address) => resource.Danger(
        $"{Noun(resource)} '{resource.Name}' is now {address}: destroyed, and created anew",
        "Its address changed without a moved block, so Terraform destroys the old resource and creates another one. " +
            "prevent_destroy at the new address does not protect the old one.",
        $$"""Add a moved block: "moved": [{ "from": "{{resource.StateAddress}}", "to": "{{address}}" }]""",
        $"In C#: MovedFrom(\"{Quoted(resource.StateAddress)}\") on the construct, or MoveFromId with that address on the CDKTF resource.",
        "Synth, and check again. You can remove the block after the next deploy.");

    private static Danger OfStream(DeployedResource stream) => stream.Danger(
        $"stream '{stream.Name}' is no longer in the configuration: destroyed",
        $"All its records, {stream.Retention} hours of them, are lost. {Advice.ProtectionIsGone}",
        [
            "Put the stream back if it still has producers or consumers.",
            Advice.KeepOutsideOfStack(stream),
            "To destroy it: stop its producers, and wait until GetRecords.IteratorAgeMilliseconds " +
                $"(StreamName={stream.Name}) stays 0 for all its consumers.",
            .. stream["enforce_consumer_deletion"] == "true" ? Array.Empty<string>() :
            [
                "With fan-out consumers the destruction fails. Check that there are none: aws kinesis list-stream-consumers " +
                    $"--stream-arn {stream["arn"] ?? stream.Name}",
            ],
        ]);

    private static Danger OfConsumer(DeployedResource consumer) => consumer.Danger(
        $"fan-out consumer '{consumer.Name}' is no longer in the configuration: deregistered",
        "Readers that subscribe with its ARN fail at once. A new registration has another ARN.",
        $"Stop the readers of '{consumer.Name}', or move them to another consumer or to GetRecords. Let them catch up first.",
        $"Look for its ARN in policies and settings: {consumer["arn"] ?? consumer.Name}",
        "Remove it in a separate apply.");

    private static string Noun(DeployedResource resource) => resource.Type == DeployedResource.Stream ? "stream" : "fan-out consumer";

    private static string Quoted(string text) => text.Replace("\"", "\\\"", StringComparison.Ordinal);
}
