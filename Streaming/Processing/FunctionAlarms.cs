using Nautilus.Alarms;

namespace Nautilus.Processing;

/// <summary>The alarms that any function can have.</summary>
internal static class FunctionAlarms
{
    private const int BadPercent = 10;

    public static Alarm Errors(string function, string consequence) => new()
    {
        What = "function-errors",
        Meaning = $"{BadPercent} % of the runs of function {function} fail, or more. {consequence}",
        ToDo = ("Read what it says, in its log.",
            "See whether it failed from its last deployment on, and go back if so.",
            "See whether it ends for lack of time or memory: its log tells both of each run."),
        Formula = new("100 * FILL(errors, 0) / runs", "Runs that fail (%)")
        {
            Metrics = new Dictionary<string, Metric> { ["errors"] = Of(function, "Errors"), ["runs"] = Of(function, "Invocations") },
        },
        Threshold = BadPercent,
        Periods = (5, 10),
        Missing = Missing.IsGood,
    };

    public static Alarm Throttled(string function) => new()
    {
        What = "function-throttled",
        Meaning = $"Lambda refuses to run function {function} for {BadPercent} % of the times, or more: as many run as may. Records wait meanwhile.",
        ToDo = ("Compare the runs at once with what is reserved for it, or else with the account's limit.",
            "Reserve more for it, or ask for a higher limit, in Service Quotas.",
            "See what other functions of the account take."),
        Formula = new("100 * FILL(refused, 0) / (FILL(refused, 0) + FILL(runs, 0))", "Runs refused (%)")
        {
            Metrics = new Dictionary<string, Metric> { ["refused"] = Of(function, "Throttles"), ["runs"] = Of(function, "Invocations") },
        },
        Threshold = BadPercent,
        Periods = (5, 10),
        Missing = Missing.IsGood,
    };

    public static Metric Of(string function, string metric, string statistic = "Sum") =>
        new("AWS/Lambda", metric, statistic, new Dictionary<string, string> { ["FunctionName"] = function });
}
