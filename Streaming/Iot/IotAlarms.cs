using Nautilus.Alarms;

namespace Nautilus.Iot;

/// <summary>The alarms of a topic rule.</summary>
internal static class IotAlarms
{
    public static IEnumerable<Alarm> Of(string rule, string queue) =>
        [Undelivered(rule, queue), Lost(rule), Unparsed(rule), Throttled(rule)];

    public static Metric Waiting(string queue) =>
        new("AWS/SQS", "ApproximateNumberOfMessagesVisible", "Maximum", new Dictionary<string, string> { ["QueueName"] = queue });

    private static Alarm Undelivered(string rule, string queue) => new()
    {
        What = "undelivered",
        Meaning = $"IoT rule {rule} could not write messages into its stream. " +
            $"The messages are in queue {queue}, which keeps them for 14 days.",
        ToDo = ("Read a message of the queue. Its field failures contains the reason.",
            "Fix the cause: too few shards, the permissions of the rule's role, or the key of the stream.",
            "Replay the queue into the stream, as docs/iot.md shows."),
        Metric = Waiting(queue),
        Threshold = 1,
        Periods = (1, 1),
        Missing = Missing.IsGood,
    };

    private static Alarm Lost(string rule) => new()
    {
        What = "lost",
        Meaning = $"IoT rule {rule} could write messages neither into its stream nor into its queue of undelivered messages. " +
            "These messages are lost.",
        ToDo = ("Check that the queue exists, and that the role of the rule may send messages to it.",
            "Check that the KMS key of the stream and of the queue is enabled.",
            "Find when the failures began and ended, so that devices can publish these messages again."),
        Formula = () => Count(rule, "ErrorActionFailure", "Lost messages"),
        Threshold = 1,
        Periods = (1, 1),
        Missing = Missing.IsGood,
        Pages = true,
    };

    private static Alarm Unparsed(string rule) => new()
    {
        What = "unparsed",
        Meaning = $"AWS IoT dropped messages for rule {rule} because it could not read them as JSON. These messages are lost.",
        ToDo = ("Find the device that publishes them, in the logs of AWS IoT.",
            "Fix the device.",
            "To keep messages that are not JSON, set Select of the rule to *. The rule then does not parse messages."),
        Formula = () => Count(rule, "ParseError", "Messages that are not JSON"),
        Threshold = 1,
        Periods = (1, 1),
        Missing = Missing.IsGood,
    };

    private static Alarm Throttled(string rule) => new()
    {
        What = "throttled",
        Meaning = $"AWS IoT dropped messages before it evaluated rule {rule}. " +
            "The rules of the account have reached the limit of evaluations a second. These messages are lost.",
        ToDo = ("Check whether the traffic is expected. A device in a loop looks the same.",
            "Request more rule evaluations a second in Service Quotas.",
            "Let devices publish several readings in one message."),
        Formula = () => Count(rule, "RuleMessageThrottled", "Throttled messages"),
        Threshold = 1,
        Periods = (3, 5),
        Missing = Missing.IsGood,
    };

    // A query, because some of these metrics also have the type of the action as a dimension.
    public static Formula Count(string rule, string metric, string label) =>
        new($"SELECT SUM({metric}) FROM \"AWS/IoT\" WHERE RuleName = '{rule}'", label);
}
