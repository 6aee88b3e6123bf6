using System.Text.Json.Nodes;

namespace Nautilus.Review.Safety;

/// <summary>Finds what is dangerous in the way from a state to a configuration, before Terraform goes it.</summary>
public static class PlanSafety
{
    /// <param name="stack">A stack's <c>cdk.tf.json</c>.</param>
    /// <param name="state">What <c>terraform show -json</c> says of the stack's state.</param>
    public static IReadOnlyList<Danger> Dangers(JsonNode stack, JsonNode state)
    {
        var configuration = new Configuration(stack);
        var existing = Existing.In(state, configuration.Moves).ToArray();
        return [.. existing.Where(resource => !configuration.Forgets(resource)).SelectMany(resource => Dangers(resource, configuration, existing))];
    }

    private static IEnumerable<Danger> Dangers(Existing resource, Configuration configuration, Existing[] existing)
    {
        if (!configuration.Keeps(resource.Address))
            return Destruction.Of(resource, configuration, existing);
        if (configuration.Block(resource.Address) is not { } block)
            return [];
        if (resource.Type == Existing.Consumer)
            return Replacement.Of(resource, block);
        if (resource.Type != Existing.Stream)
            return DataHolder.Of(resource)?.Replaced(resource, block) ?? [];

        var change = new Change(resource, block, existing);
        var replaced = Replacement.Of(change).ToArray();
        return replaced.Length > 0 ? replaced : [.. CapacityChange.Of(change), .. RetentionChange.Of(change), .. EncryptionChange.Of(change)];
    }
}
