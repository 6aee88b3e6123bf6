using Nautilus.Review.Terraform;

namespace Nautilus.Review.Safety;

/// <summary>A new name of a stream or a consumer: the provider replaces the resource.</summary>
internal static class Replacement
{
    public static IEnumerable<Danger> Of(DeployedResource consumer, Resource wanted)
    {
        var (before, after) = (consumer.Name, wanted["name"]);
        if (after is null || after == before || Template.HasExpression(after))
            yield break;

        yield return consumer.Danger(
            $"fan-out consumer '{before}' is renamed to '{after}': deregistered, and registered anew",
            "The new consumer has another ARN. Readers that subscribe with the old ARN fail at once.",
            $"Keep the name '{before}' unless you need another one.",
            $"Otherwise add the consumer '{after}' beside it, deploy, and move the readers to the new ARN. Then remove '{before}' in a " +
                "separate apply.");
    }

    public static IEnumerable<Danger> Of(StreamChange change)
    {
        var before = change.Now.Name;
        if (change.NewName is not { } after || after == before)
            yield break;

        yield return change.Now.Danger(
            $"stream '{before}' is renamed to '{after}': destroyed, and created empty",
            change.IsProtected
                ? $"AWS can't rename a stream. All records of '{before}' would be lost. prevent_destroy is on: Terraform refuses the plan."
                : $"AWS can't rename a stream. All records of '{before}', {change.Now.Retention} hours of them, are lost.",
            $"Keep the name '{before}' unless you need another one.",
            $"Otherwise add a second stream '{after}' with a separate id, and deploy.",
            $"Move the producers to '{after}'.",
            $"Let the consumers drain '{before}', until its IncomingRecords and GetRecords.IteratorAgeMilliseconds stay 0. " +
                $"Then move them to '{after}'.",
            $"Remove '{before}' in a separate apply.");
    }
}
