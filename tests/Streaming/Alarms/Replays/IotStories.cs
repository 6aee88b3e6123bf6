using Nautilus.Testing.Replays;

namespace Tests.Streaming.Alarms.Replays;

/// <summary>A topic rule, and the queue for messages that it can't write into the stream.</summary>
internal static class IotStories
{
    private static readonly Source Rule = new("AWS/IoT", ("RuleName", "iot_kinesis_stream"));
    private static readonly Source ErrorAction = new("AWS/IoT", ("RuleName", "iot_kinesis_stream"), ("ActionType", "SQS"));
    private static readonly Source Queue = new("AWS/SQS", ("QueueName", "${aws_sqs_queue.ingestion_queue_7EB6B0B4.name}"));

    public static readonly Signal Throttled = Rule.Reports("RuleMessageThrottled");
    private static readonly Signal Unparsed = Rule.Reports("ParseError");
    private static readonly Signal Lost = ErrorAction.Reports("ErrorActionFailure");
    private static readonly Signal Waiting = Queue.Reports("ApproximateNumberOfMessagesVisible", well: 0, always: true);

    public static Signal[] Signals { get; } = [Throttled, Unparsed, Lost, Waiting];

    public static Trouble[] All { get; } =
    [
        new("the stream rejects the messages of devices", Waiting.Rises(30)) { Fires = ["ingestion/undelivered"], Within = 1 },
        new("neither the stream nor the queue accepts messages", Lost.Turns(30)) { Fires = ["ingestion/lost"], Within = 1 },
        new("a device publishes text that is not JSON", Unparsed.Turns(1)) { Fires = ["ingestion/unparsed"], Within = 1 },
        new("a device in a loop", Throttled.Turns(900)) { Fires = ["ingestion/throttled"], Within = 3 },
    ];
}
