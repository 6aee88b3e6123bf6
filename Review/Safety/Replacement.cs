using System.Text.Json.Nodes;

namespace Nautilus.Review.Safety;

/// <summary>The name of a stream or a consumer is the attribute whose change makes the provider replace it.</summary>
internal static class Replacement
{
    public static IEnumerable<Danger> Of(Existing consumer, JsonObject block)
    {
        var (before, after) = (consumer.Name, block["name"]?.ToString());
        if (after is null || after == before || Json.IsExpression(after))
            yield break;

        yield return new Danger(consumer.StateAddress,
            $"fan-out consumer '{before}' is renamed to '{after}': deregistered, and registered anew",
            "Whoever subscribes with its ARN fails at once; the new one has another ARN.",
            [
                $"Keep the name '{before}' if the new one is only nicer.",
                $"Else add the consumer '{after}' beside it and deploy, move the readers to its ARN, then remove '{before}' in an apply of its own.",
            ]);
    }

    public static IEnumerable<Danger> Of(Change change)
    {
        var before = change.Now.Name;
        if (change.NewName is not { } after || after == before)
            yield break;

        yield return change.Danger(
            $"stream '{before}' is renamed to '{after}': destroyed, and created empty",
            change.IsProtected
                ? $"AWS can't rename a stream; all records of '{before}' would be lost. prevent_destroy is on: Terraform itself will refuse the plan."
                : $"AWS can't rename a stream; all records of '{before}', {change.Now.Retention} hours of them, are lost.",
            $"Keep the name '{before}' if the new one is only nicer.",
            $"Else put a second stream '{after}' beside it, with an id of its own, and deploy.",
            $"Move the producers to '{after}'.",
            $"Let the consumers drain '{before}', until its IncomingRecords and GetRecords.IteratorAgeMilliseconds stay 0, then move them to '{after}'.",
            $"Remove '{before}' in an apply of its own.");
    }
}
