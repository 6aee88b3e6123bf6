using Nautilus.Streaming.Alarms;

namespace Nautilus.Streaming.Iot;

/// <summary>The alarms of a topic rule.</summary>
internal static class IotAlarms
{
    public static IEnumerable<Alarm> Of(string rule, string queue) => [Undelivered(rule, queue), Lost(rule), Dropped(rule)];

    private static Alarm Undelivered(string rule, string queue) => new()
    {
        What = "undelivered",
        Meaning = $"IoT rule {rule} could not write messages into its stream. They wait in the queue {queue}, for 14 days.",
        ToDo = ("Read a message of the queue: failures in it says why.",
            "Mend that: shards that are too few, the rule's role, or the stream's key.",
            "Put what is in the queue into the stream, as docs/iot.md shows."),
        Metric = new("AWS/SQS", "ApproximateNumberOfMessagesVisible", "Maximum", new Dictionary<string, string> { ["QueueName"] = queue }),
        Threshold = 1,
        Periods = (1, 1),
        Missing = Missing.IsGood,
    };

    private static Alarm Lost(string rule) => new()
    {
        What = "lost",
        Meaning = $"IoT rule {rule} could write messages neither into its stream nor into the queue of undelivered ones: they are lost.",
        ToDo = ("See that the queue is there, and that the rule's role may send to it.",
            "See that the key of the stream, and of the queue, is enabled.",
            "Find out from when to when it was so, to ask devices for their messages again."),
        Formula = new("FILL(lost, 0)", "Messages that are lost") { Queries = new Dictionary<string, string> { ["lost"] = OfRule(rule, "ErrorActionFailure") } },
        Threshold = 1,
        Periods = (1, 1),
        Missing = Missing.IsGood,
        Pages = true,
    };

    private static Alarm Dropped(string rule) => new()
    {
        What = "dropped",
        Meaning = $"IoT dropped messages before rule {rule} could do anything with them: they are no JSON, or more than the account's rules may take a second.",
        ToDo = ("Look at ParseError and RuleMessageThrottled of the rule: which of them is it?",
            "For ParseError, find the device that publishes what is no JSON, in the logs of AWS IoT.",
            "For RuleMessageThrottled, ask for more in Service Quotas."),
        Formula = new("FILL(unparsed, 0) + FILL(throttled, 0)", "Messages that were dropped")
        {
            Queries = new Dictionary<string, string> { ["unparsed"] = OfRule(rule, "ParseError"), ["throttled"] = OfRule(rule, "RuleMessageThrottled") },
        },
        Threshold = 1,
        Period = TimeSpan.FromMinutes(5),
        Periods = (1, 1),
        Missing = Missing.IsGood,
    };

    // By a query, since some of these metrics have a dimension more, the kind of the action.
    private static string OfRule(string rule, string metric) => $"SELECT SUM({metric}) FROM \"AWS/IoT\" WHERE RuleName = '{rule}'";
}
