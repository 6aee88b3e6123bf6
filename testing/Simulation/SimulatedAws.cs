using System.Text.Json.Nodes;
using Nautilus.Testing.StepFunctions;

namespace Nautilus.Testing.Simulation;

/// <summary>
/// A stream and its metrics, for the tasks of a state machine that scales it: DescribeStreamSummary, UpdateShardCount, GetMetricData and
/// PutMetricData. Any other call is an error.
/// </summary>
/// <param name="stream">The stream.</param>
public sealed class SimulatedAws(SimulatedStream stream) : IAws
{
    /// <summary>The time at minute 0.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The stream.</summary>
    public SimulatedStream Stream => stream;

    /// <summary>The metrics.</summary>
    public SimulatedCloudWatch CloudWatch { get; } = new(Start);

    /// <summary>The current time, in minutes since <see cref="Start"/>.</summary>
    public double Time { get; set; }

    /// <summary>The current time.</summary>
    public DateTimeOffset Clock => Start.AddMinutes(Time);

    /// <summary>An error that AWS answers to a call, and whether AWS did before what was asked for. Null for none.</summary>
    public Func<string, (TaskException Error, bool IsDone)?>? Fault { get; set; }

    /// <inheritdoc/>
    public JsonNode Answer(string action, JsonObject arguments)
    {
        if (Fault?.Invoke(action) is not { } fault)
            return Reply(action, arguments);
        if (fault.IsDone)
            Reply(action, arguments);
        throw fault.Error;
    }

    private JsonNode Reply(string action, JsonObject arguments) => action switch
    {
        "kinesis:describeStreamSummary" => Describe(),
        "kinesis:updateShardCount" => Update(arguments),
        "cloudwatch:getMetricData" => CloudWatch.Get(arguments, Time),
        "cloudwatch:putMetricData" => Put(arguments),
        _ => throw new NotSupportedException($"{action} is not simulated"),
    };

    private JsonObject Describe() => new()
    {
        ["StreamDescriptionSummary"] = new JsonObject
        {
            ["StreamStatus"] = stream.IsActive(Time) ? "ACTIVE" : "UPDATING",
            ["StreamModeDetails"] = new JsonObject { ["StreamMode"] = stream.IsOnDemand ? "ON_DEMAND" : "PROVISIONED" },
            ["OpenShardCount"] = stream.Open,
        },
    };

    private JsonObject Update(JsonObject arguments)
    {
        Fields.Check("UpdateShardCount", arguments, "StreamName", "TargetShardCount", "ScalingType");
        stream.Update((int)(double)arguments["TargetShardCount"]!, Time);
        return [];
    }

    private JsonObject Put(JsonObject arguments)
    {
        Fields.Check("PutMetricData", arguments, "Namespace", "MetricData");
        foreach (var datum in arguments["MetricData"]!.AsArray())
            CloudWatch.Put(SimulatedCloudWatch.Name(datum!), Time, (double)datum!["Value"]!);
        return [];
    }
}
