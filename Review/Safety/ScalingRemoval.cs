namespace Nautilus.Review.Safety;

/// <summary>A workflow that changed a stream's shards, and is taken away: Terraform sets them again.</summary>
internal static class ScalingRemoval
{
    private const string Workflow = "aws_sfn_state_machine";
    private const string Call = "kinesis:updateShardCount";

    public static IEnumerable<Danger> Of(StreamChange change, Configuration configuration, IEnumerable<DeployedResource> deployed)
    {
        if (change is not { NewMode: "PROVISIONED", Shards: var open, NewShards: { } shards } || open == shards)
            yield break;
        if (!deployed.Any(resource => Scales(resource, change.Now) && !configuration.Keeps(resource.Address)))
            yield break;

        yield return change.Now.Danger(
            $"stream '{change.Now.Name}': its scaling is taken away, and Terraform sets {Shards(shards)} again, from {open} in the state",
            "The traffic of now has the shards that scaling gave it. With fewer, the stream refuses records.",
            "Find the number of open shards: aws kinesis describe-stream-summary " +
                $"--stream-name {change.Now.Name} --query StreamDescriptionSummary.OpenShardCount",
            "Set the shards to that number, and take the scaling away in the same change. Synth, deploy.",
            "Then change the shards in a later apply.");
    }

    // Constructs of a stream have its address as the beginning of theirs.
    private static bool Scales(DeployedResource resource, DeployedResource stream) =>
        resource.Type == Workflow
        && resource["definition"]?.Contains(Call, StringComparison.Ordinal) == true
        && NameOf(resource).StartsWith($"{NameOf(stream)}_", StringComparison.Ordinal);

    private static string NameOf(DeployedResource resource) => resource.Address[(resource.Address.LastIndexOf('.') + 1)..];

    private static string Shards(int count) => count == 1 ? "1 shard" : $"{count} shards";
}
