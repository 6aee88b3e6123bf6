using Nautilus.Testing.Replays;

namespace Tests.Streaming.Alarms.Replays;

/// <summary>The function that transforms records for Firehose, and the function that reads the stream.</summary>
internal static class FunctionStories
{
    public const double Hour = 3_600_000;

    private static readonly Source Transform = new("AWS/Lambda", ("FunctionName", "streaming-etl-transform"));
    private static readonly Source Aggregate = new("AWS/Lambda", ("FunctionName", "streaming-etl-aggregate"));
    private static readonly Source Mapping = new(
        "AWS/Lambda", ("EventSourceMappingUUID", "${aws_lambda_event_source_mapping.aggregate.uuid}"));

    public static readonly Signal TransformErrors = Transform.Reports("Errors", well: 0);
    public static readonly Signal TransformThrottles = Transform.Reports("Throttles", well: 0);
    public static readonly Signal TransformDuration = Transform.Reports("Duration", well: 900);
    private static readonly Signal TransformRuns = Transform.Reports("Invocations", well: 20);

    public static readonly Signal AggregateErrors = Aggregate.Reports("Errors", well: 0);
    public static readonly Signal AggregateThrottles = Aggregate.Reports("Throttles", well: 0);
    public static readonly Signal AggregateAge = Aggregate.Reports("IteratorAge", well: 700);
    private static readonly Signal AggregateRuns = Aggregate.Reports("Invocations", well: 60);
    private static readonly Signal SetAside = Mapping.Reports("OnFailureDestinationDeliveredEventCount");
    private static readonly Signal Lost = Mapping.Reports("DroppedEventCount");

    public static Signal[] Signals { get; } =
    [
        TransformErrors, TransformThrottles, TransformDuration, TransformRuns,
        AggregateErrors, AggregateThrottles, AggregateAge, AggregateRuns, SetAside, Lost,
    ];

    public static Trouble[] All { get; } =
    [
        new("a tenth of the invocations by Firehose fail", TransformErrors.Turns(2)) { Fires = ["transform/function-errors"], Within = 5 },
        new("a third of the invocations by Firehose are throttled", TransformThrottles.Turns(10))
        {
            Fires = ["transform/function-throttled"],
            Within = 5,
        },
        new("an invocation by Firehose takes most of its minute", TransformDuration.Turns(50_000))
        {
            Fires = ["transform/function-slow"],
            Within = 3,
        },
        new("a fifth of the reader's invocations fail", AggregateErrors.Turns(12)) { Fires = ["aggregate/function-errors"], Within = 5 },
        new("half of the reader's invocations are throttled", AggregateThrottles.Turns(60))
        {
            Fires = ["aggregate/function-throttled"],
            Within = 5,
        },
        new("all of the reader's invocations are throttled",
            AggregateThrottles.Turns(60), AggregateRuns.Stops(), AggregateErrors.Stops(), AggregateAge.Stops())
        {
            Fires = ["aggregate/function-throttled"],
            Within = 5,
        },
        new("the reader is four hours behind", AggregateAge.Turns(4 * Hour)) { Fires = ["aggregate/behind-warning"], Within = 10 },
        new("the reader is seven hours behind", AggregateAge.Turns(7 * Hour))
        {
            Fires = ["aggregate/behind-warning", "aggregate/behind-page"],
            Within = 10,
        },
        new("the reader falls behind by an hour every 15 minutes", AggregateAge.Rises(Hour / 15))
        {
            Fires = ["aggregate/behind-warning"],
            Within = 55,
        },
        new("a record that fails all retries is set aside", SetAside.Turns(1, minutes: 1))
        {
            Fires = ["aggregate/records-set-aside"],
            Within = 1,
        },
        new("records that fail all retries are lost", Lost.Turns(200)) { Fires = ["aggregate/records-lost"], Within = 1 },
    ];
}
