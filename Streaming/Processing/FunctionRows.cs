using Nautilus.Dashboards;

namespace Nautilus.Processing;

/// <summary>The rows of a dashboard that show functions.</summary>
internal static class FunctionRows
{
    public static Widget[] Of(StreamFunctionProps props, string mapping, string region) =>
    [
        Widget.Graph("Behind", region, 8, "hours",
            [Line.Hidden("age", StreamFunctionAlarms.Age(props.Name)), Line.Of("hours", "age / 3600000", "behind")],
            [
                ("warning", props.MaxAge.TotalHours * StreamFunctionAlarms.LagWarning),
                ("page", props.MaxAge.TotalHours * StreamFunctionAlarms.LagPage),
                ("records are set aside", props.MaxAge.TotalHours),
            ]),
        Runs(props.Name, region, 8),
        Widget.Graph("Failed to the end", region, 8, "records a minute",
        [
            Line.Of(StreamFunctionAlarms.Count(mapping, "OnFailureDestinationDeliveredEventCount"), "set aside"),
            Line.Of(StreamFunctionAlarms.Count(mapping, "DroppedEventCount"), "lost"),
        ]),
    ];

    public static Widget[] Of(TransformFunctionProps props, string region) =>
    [
        Runs(props.Name, region, 12),
        Widget.Graph("Duration", region, 12, "milliseconds",
            [Line.Of(FunctionAlarms.Of(props.Name, "Duration", "Maximum"), "longest")],
            [("timeout", props.Timeout.TotalMilliseconds)]),
    ];

    private static Widget Runs(string function, string region, int width) => Widget.Graph("Runs", region, width, "a minute",
        [Line.Of(FunctionAlarms.Of(function, "Invocations"), "runs"), Line.Of(FunctionAlarms.Of(function, "Errors"), "failed")]);
}
