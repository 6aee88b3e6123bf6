using Nautilus.Alarms;

namespace Nautilus.Scaling;

/// <summary>The alarms that scaling adds to those of a stream.</summary>
internal static class ScalingAlarms
{
    private const int Full = 85;

    public static Alarm Failed(string stream, string workflow) => new()
    {
        What = "scaling-failed",
        Meaning = $"The workflow that scales stream {stream} with its traffic fails: the stream keeps the shards that it has.",
        ToDo = ("Read the workflow's log: it names the call that failed, and why.",
            "If the shards are too few for the traffic, change them by hand: aws kinesis update-shard-count.",
            "If AWS refuses the change because of a limit, ask for more in Service Quotas, or wait for the day to pass."),
        Formula = new("FILL(failed, 0) + FILL(timedout, 0)", "Runs that failed")
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
        Meaning = $"Records come into stream {stream}, and the workflow that scales it with its traffic tells nothing: it isn't started.",
        ToDo = ("See whether its schedule in EventBridge Scheduler is enabled.",
            "See in CloudTrail whether the schedule's role may start the workflow.",
            "If the shards are too few for the traffic, change them by hand: aws kinesis update-shard-count."),
        Formula = Formula.TrafficWithout(stream, new Dictionary<string, Metric> { ["shards"] = openShards }, "Traffic that nobody looks at"),
        Threshold = 1,
        Periods = (10, 15),
        Missing = Missing.IsGood,
    };

    public static Alarm AtMost(string stream, Metric openShards, Metric utilisation, int max) => new()
    {
        What = "at-most-shards",
        Meaning = $"Stream {stream} has all the {max} shards that it may have, and uses {Full} % of them. It will not get more.",
        ToDo = ("See whether the traffic is meant to be: a producer in a loop looks the same.",
            "Raise the most shards that scaling may choose, and deploy.",
            "See that the account may have as many shards, in Service Quotas."),
        Formula = new($"IF((shards >= {max}) AND (utilisation >= {Full}), 1, 0)", "Full, with no shards to add")
        {
            Metrics = new Dictionary<string, Metric> { ["shards"] = openShards, ["utilisation"] = utilisation },
        },
        Threshold = 1,
        Periods = (10, 15),
        Missing = Missing.IsGood,
        Pages = true,
    };

    private static Metric Runs(string workflow, string what) => new("AWS/States", what, "Sum", new Dictionary<string, string> { ["StateMachineArn"] = workflow });
}
