using Nautilus.Alarms;

namespace Nautilus.Processing;

/// <summary>The alarms that any function can have.</summary>
internal static class FunctionAlarms
{
    private const int BadPercent = 10;

    public static Alarm Errors(string function, string consequence) => new()
    {
        What = "function-errors",
        Meaning = $"{BadPercent} % or more of the invocations of function {function} fail. {consequence}",
        ToDo = ("Find the error in the log of the function.",
            "Check whether the failures began with the last deployment. If so, roll it back.",
            "Check the duration and the memory of the invocations in the log. They fail at the timeout and at the memory limit."),
        Formula = () => new("100 * FILL(errors, 0) / runs", "Invocations that fail (%)")
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
        Meaning = $"Lambda throttles {BadPercent} % or more of the invocations of function {function}, " +
            "because the concurrency is used up. Records wait meanwhile.",
        ToDo = ("Compare the concurrent executions with the reserved concurrency of the function, or with the limit of the account.",
            "Increase the reserved concurrency, or request a higher limit in Service Quotas.",
            "Check how much concurrency the other functions of the account use."),
        Formula = () => new("100 * FILL(refused, 0) / (FILL(refused, 0) + FILL(runs, 0))", "Invocations throttled (%)")
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
