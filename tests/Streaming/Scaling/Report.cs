namespace Tests.Streaming.Scaling;

internal static class Report
{
    public static IEnumerable<string> Of(IEnumerable<Play> plays) =>
    [
        "| traffic | throttled | AWS's sample | shard-hours, relative to the best in hindsight | AWS's sample "
            + "| changes in 24 hours | AWS's sample |",
        "|---|---|---|---|---|---|---|",
        .. plays.Select(play => $"| {play.Trace.Name} | {play.Ours.Throttled:P2} | {play.Sample.Throttled:P2} " +
            $"| {play.Cost(play.Ours):0.00} | {play.Cost(play.Sample):0.00} | {play.Ours.ChangesInADay} | {play.Sample.ChangesInADay} |"),
    ];
}
