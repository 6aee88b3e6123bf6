using Nautilus.Alarms;

namespace Nautilus.Iot;

/// <summary>The alarms of a topic rule.</summary>
internal static class IotAlarms
{
    public static IEnumerable<Alarm> Of(string rule, string queue) => [Undelivered(rule, queue), Lost(rule), Unparsed(rule), Throttled(rule)];

    public static Metric Waiting(string queue) => new("AWS/SQS", "ApproximateNumberOfMessagesVisible", "Maximum", new Dictionary<string, string> { ["QueueName"] = queue });

    private static Alarm Undelivered(string rule, string queue) => new()
    {
        What = "undelivered",
        Meaning = $"IoT rule {rule} could not write messages into its stream. They wait in the queue {queue}, for 14 days.",
        ToDo = ("Read a message of the queue: failures in it says why.",
            "Mend that: shards that are too few, the rule's role, or the stream's key.",
            "Put what is in the queue into the stream, as docs/iot.md shows."),
        Metric = Waiting(queue),
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
        Formula = Count(rule, "ErrorActionFailure", "Messages that are lost"),
        Threshold = 1,
        Periods = (1, 1),
        Missing = Missing.IsGood,
        Pages = true,
    };

    private static Alarm Unparsed(string rule) => new()
    {
        What = "unparsed",
        Meaning = $"IoT dropped messages for rule {rule} that it could not read as JSON.",
        ToDo = ("Find the device that publishes them, in the logs of AWS IoT.",
            "Mend the device.",
            "To keep what is no JSON, let the rule select *: it takes messages as they are."),
        Formula = Count(rule, "ParseError", "Messages that are no JSON"),
        Threshold = 1,
        Periods = (1, 1),
        Missing = Missing.IsGood,
    };

    private static Alarm Throttled(string rule) => new()
    {
        What = "throttled",
        Meaning = $"IoT dropped messages before rule {rule} could see them: the account's rules may evaluate no more a second.",
        ToDo = ("See whether the traffic is meant to be: a device in a loop looks the same.",
            "Ask for more rule evaluations a second, in Service Quotas.",
            "Let devices publish several readings in one message."),
        Formula = Count(rule, "RuleMessageThrottled", "Messages that were throttled"),
        Threshold = 1,
        Periods = (3, 5),
        Missing = Missing.IsGood,
    };

    // By a query, since some of these metrics have a dimension more, the kind of the action.
    public static Formula Count(string rule, string metric, string label) => new($"SELECT SUM({metric}) FROM \"AWS/IoT\" WHERE RuleName = '{rule}'", label);
}
