namespace Nautilus.Review.Safety;

/// <summary>Changes of a stream's shards and of its mode.</summary>
internal static class CapacityChange
{
    private const string SwitchLimit =
        "Kinesis allows two switches of a stream's mode in 24 hours. " +
        "Check that there was none today: otherwise you can't switch back until tomorrow.";

    public static IEnumerable<Danger> Of(StreamChange change) => (change.Mode, change.NewMode) switch
    {
        ("PROVISIONED", "ON_DEMAND") => [ToOnDemand(change)],
        ("ON_DEMAND", "PROVISIONED") => [ToProvisioned(change)],
        ("PROVISIONED", "PROVISIONED") when change is { Shards: > 0 and var from, NewShards: > 0 and var to } =>
            Resharding(change, from, to),
        _ => [],
    };

    private static IEnumerable<Danger> Resharding(StreamChange change, int from, int to)
    {
        if (ShardLadder.IsOneStep(from, to))
            yield break;

        var steps = ShardLadder.Steps(from, to);
        yield return change.Now.Danger(
            $"stream '{change.Now.Name}': {from} shards become {to}, {(to > from ? "more than double" : "less than half")}",
            "Kinesis doubles or halves the shards at most, in one change. Terraform plans the larger change, and the apply fails.",
            [
                $"Go {from} -> {string.Join(" -> ", steps)}, each in a separate apply.",
                .. steps.Select(shards => $"Set {Shards(shards)}, synth, deploy."),
                Allowance(steps),
            ]);
    }

    private static string Allowance(IReadOnlyList<int> steps) => steps.Count <= ShardLadder.ChangesPerDay
        ? $"This uses {steps.Count} of the {ShardLadder.ChangesPerDay} changes that Kinesis allows for a stream in 24 hours."
        : $"This needs {steps.Count} changes, and Kinesis allows {ShardLadder.ChangesPerDay} for a stream in 24 hours. " +
          $"Stop at {Shards(steps[ShardLadder.ChangesPerDay - 1])}, and continue 24 hours after the first change.";

    private static Danger ToOnDemand(StreamChange change) => change.Now.Danger(
        $"stream '{change.Now.Name}': PROVISIONED becomes ON_DEMAND",
        "The price changes at once, from shards to bytes. The way back is a switch too, and Kinesis allows two for a stream in 24 hours.",
        SwitchLimit,
        $"Note the current {(change.Shards is { } shards ? Shards(shards) : "shards")}. " +
            "After the way back, the stream has the shards that on-demand mode gave it, at least 4.",
        "Change nothing else in the same apply.");

    private static Danger ToProvisioned(StreamChange change) => change.Now.Danger(
        $"stream '{change.Now.Name}': ON_DEMAND becomes PROVISIONED{(change.NewShards is { } shards ? $" with {Shards(shards)}" : "")}",
        "The stream keeps the open shards that on-demand mode gave it, at least 4. " +
            "If the new number is beyond double or half of them, the apply fails after the switch.",
        [
            SwitchLimit,
            "Find the number of open shards: aws kinesis describe-stream-summary " +
                $"--stream-name {change.Now.Name} --query StreamDescriptionSummary.OpenShardCount",
            "Set the shards to that number, synth, deploy.",
            $"Then go to {(change.NewShards is { } target ? Shards(target) : "the shards that you need")} in later applies: each at most " +
                $"doubles or halves the number, and Kinesis allows {ShardLadder.ChangesPerDay} in 24 hours.",
        ]);

    private static string Shards(int count) => count == 1 ? "1 shard" : $"{count} shards";
}
