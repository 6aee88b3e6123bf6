namespace Nautilus.Review.Safety;

internal static class CapacityChange
{
    private const string SwitchLimit = "Kinesis switches the mode of a stream twice in 24 hours at most: see that no switch was made today, or the way back is closed until tomorrow.";

    public static IEnumerable<Danger> Of(Change change) => (change.Mode, change.NewMode) switch
    {
        ("PROVISIONED", "ON_DEMAND") => [ToOnDemand(change)],
        ("ON_DEMAND", "PROVISIONED") => [ToProvisioned(change)],
        ("PROVISIONED", "PROVISIONED") when change is { Shards: > 0 and var from, NewShards: > 0 and var to } && !ShardLadder.IsOneStep(from, to) => [Resharding(change, from, to)],
        _ => [],
    };

    private static Danger Resharding(Change change, int from, int to)
    {
        var steps = ShardLadder.Steps(from, to);
        return change.Danger(
            $"stream '{change.Now.Name}': {from} shards become {to}, {(to > from ? "more than double" : "less than half")}",
            "Kinesis at most doubles or halves the shards in one change. Terraform plans more than that, and the apply fails.",
            [
                $"Walk {from} -> {string.Join(" -> ", steps)}: each is an apply of its own.",
                .. steps.Select(shards => $"Set {Shards(shards)}, synth, deploy."),
                Allowance(steps),
            ]);
    }

    private static string Allowance(IReadOnlyList<int> steps) => steps.Count <= ShardLadder.ChangesPerDay
        ? $"This uses {steps.Count} of the {ShardLadder.ChangesPerDay} changes that Kinesis allows a stream in 24 hours."
        : $"This needs {steps.Count} changes, and Kinesis allows a stream {ShardLadder.ChangesPerDay} in 24 hours: it takes more than a day. " +
          $"Stop at {Shards(steps[ShardLadder.ChangesPerDay - 1])}, and go on when 24 hours have passed since the first change.";

    private static Danger ToOnDemand(Change change) => change.Danger(
        $"stream '{change.Now.Name}': PROVISIONED becomes ON_DEMAND",
        "The bill changes at once, from shards to bytes; going back is a switch too, and Kinesis allows a stream two in 24 hours.",
        SwitchLimit,
        $"Note today's {(change.Shards is { } shards ? Shards(shards) : "shards")}: on the way back the stream has as many as on-demand gave it, at least 4, not these.",
        "Change nothing else in the same apply.");

    private static Danger ToProvisioned(Change change) => change.Danger(
        $"stream '{change.Now.Name}': ON_DEMAND becomes PROVISIONED{(change.NewShards is { } shards ? $" with {Shards(shards)}" : "")}",
        "The stream keeps the open shards that on-demand gave it, at least 4. A number beyond double or half of them fails at apply, after the mode was switched.",
        [
            SwitchLimit,
            $"See how many shards are open: aws kinesis describe-stream-summary --stream-name {change.Now.Name} --query StreamDescriptionSummary.OpenShardCount",
            "Set the shards to that number, synth, deploy.",
            change.NewShards is { } target
                ? $"Then go to {Shards(target)} in later applies, each at most double or half of the one before, {ShardLadder.ChangesPerDay} in 24 hours."
                : $"Then go to the shards you want in later applies, each at most double or half of the one before, {ShardLadder.ChangesPerDay} in 24 hours.",
        ]);

    private static string Shards(int count) => count == 1 ? "1 shard" : $"{count} shards";
}
