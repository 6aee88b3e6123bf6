using System.Text.Json.Nodes;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Safety;

/// <summary>Finds dangerous changes between a state and a configuration, before Terraform makes them.</summary>
public static class PlanSafety
{
    /// <summary>The dangers of deploying a stack. Changes that only Terraform can know are not judged.</summary>
    /// <param name="stack">The content of the stack's <c>cdk.tf.json</c>.</param>
    /// <param name="state">The output of <c>terraform show -json</c> for the stack's state.</param>
    public static IReadOnlyList<Danger> Dangers(JsonNode stack, JsonNode state)
    {
        var configuration = new Configuration(new SynthesizedStack("", stack));
        var deployed = DeployedResource.In(state, configuration.Moves).ToArray();
        return
        [
            .. from resource in deployed
               where !configuration.Forgets(resource)
               from danger in Dangers(resource, configuration, deployed)
               select danger,
        ];
    }

    /// <summary>The number of resources that a state has.</summary>
    /// <param name="state">The output of <c>terraform show -json</c>.</param>
    public static int Deployed(JsonNode state) => StateResource.In(state).Count();

    private static IEnumerable<Danger> Dangers(DeployedResource resource, Configuration configuration, DeployedResource[] deployed)
    {
        if (!configuration.Keeps(resource.Address))
            return Destruction.Of(resource, configuration, deployed);
        if (configuration.Find(resource.Address) is not { } block)
            return [];
        return resource.Type switch
        {
            DeployedResource.Consumer => Replacement.Of(resource, block),
            DeployedResource.Stream => OfStream(new StreamChange(resource, block, deployed), configuration, deployed),
            _ => DataHolder.Of(resource)?.Replaced(resource, block) ?? [],
        };
    }

    // A stream that is replaced is lost: other changes of it do not matter.
    private static Danger[] OfStream(StreamChange change, Configuration configuration, DeployedResource[] deployed) =>
        Replacement.Of(change).ToArray() is { Length: > 0 } replaced ? replaced :
        [
            .. CapacityChange.Of(change), .. ScalingRemoval.Of(change, configuration, deployed), .. RetentionChange.Of(change),
            .. EncryptionChange.Of(change),
        ];
}
