using Nautilus.Dashboards;

namespace Nautilus.Iot;

/// <summary>The row of a dashboard that shows a topic rule.</summary>
internal static class IotRow
{
    public static Widget[] Of(string rule, string queue, string region) =>
    [
        Widget.Graph("Messages", region, 12, "messages a minute",
        [
            Count("taken", rule, "TopicMatch", "published"),
            Count("lost", rule, "ErrorActionFailure", "lost"),
            Count("unparsed", rule, "ParseError", "no JSON"),
            Count("throttled", rule, "RuleMessageThrottled", "throttled"),
        ]),
        Widget.Graph("Undelivered, in the queue", region, 12, "messages", [Line.Of(IotAlarms.Waiting(queue), "waiting")]),
    ];

    private static Line Count(string id, string rule, string metric, string label) =>
        Line.Of(id, IotAlarms.Count(rule, metric, label).Expression, label);
}
