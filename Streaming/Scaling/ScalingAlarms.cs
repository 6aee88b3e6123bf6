using Nautilus.Alarms;

namespace Nautilus.Scaling;

/// <summary>The alarms that scaling adds to those of a stream.</summary>
internal static class ScalingAlarms
{
    private const int FullPercent = 85;
    private const string ChangeByHand =
        "If the traffic needs more shards, change the number of shards by hand: aws kinesis update-shard-count.";

    public static Alarm Failed(string stream, string workflow) => new()
    {
        What = "scaling-failed",
        Meaning = $"The workflow that scales stream {stream} with its traffic fails. The stream keeps its number of shards.",
        ToDo = ("Read the log of the workflow. It names the call that failed, and the reason.",
            ChangeByHand,
            "If AWS rejects the change because of a limit, request a higher limit in Service Quotas, or wait until 24 hours have passed."),
        Formula = () => new("FILL(failed, 0) + FILL(timedout, 0)", "Failed runs")
        {
            Metrics = new Dictionary<string, Metric>
            {
                ["failed"] = Runs(workflow, "ExecutionsFailed"),
                ["timedout"] = Runs(workflow, "ExecutionsTimedOut"),
            },
        },
        Threshold = 1,
        Periods = (5, 10),
        Missing = Missing.IsGood,
    };

    public static Alarm Silent(string stream, Metric openShards) => new()
    {
        What = "scaling-silent",
        Meaning = $"Records arrive in stream {stream}, but the workflow that scales it reports nothing. " +
            "The workflow is not started, and the stream keeps its number of shards.",
        ToDo = ("Check that the schedule of the workflow in EventBridge Scheduler is enabled.",
            "Check in CloudTrail whether the role of the schedule may start the workflow.",
            ChangeByHand),
        Formula = () => Formula.TrafficWithout(stream,
            new Dictionary<string, Metric> { ["shards"] = openShards }, "Traffic without scaling"),
        Threshold = 1,
        Periods = (10, 15),
        Missing = Missing.IsGood,
    };

    public static Alarm AtMost(string stream, Metric openShards, Metric utilisation, int max) => new()
    {
        What = "at-most-shards",
        Meaning = $"Stream {stream} has the maximum of {max} shards, and uses {FullPercent} % or more of their capacity. " +
            "Scaling adds no more shards.",
        ToDo = ("Check whether the traffic is expected. A producer in a loop looks the same.",
            "Increase the maximum of ScaleWithTraffic, and deploy.",
            "Check in Service Quotas that the account may have as many shards."),
        Formula = () => new($"IF((shards >= {max}) AND (utilisation >= {FullPercent}), 1, 0)", "Full, at the maximum of shards")
        {
            Metrics = new Dictionary<string, Metric> { ["shards"] = openShards, ["utilisation"] = utilisation },
        },
        Threshold = 1,
        Periods = (10, 15),
        Missing = Missing.IsGood,
        Pages = true,
    };

    private static Metric Runs(string workflow, string metric) =>
        new("AWS/States", metric, "Sum", new Dictionary<string, string> { ["StateMachineArn"] = workflow });
}
