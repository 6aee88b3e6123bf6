using System.Text.Json.Nodes;
using Nautilus.Testing.StepFunctions;

namespace Nautilus.Testing.Simulation;

/// <summary>A stream and its metrics, as the workflow's tasks find them.</summary>
internal sealed class SimulatedAws(SimulatedStream stream) : IAws
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    public SimulatedStream Stream => stream;

    public SimulatedCloudWatch CloudWatch { get; } = new(Start);

    /// <summary>Minutes since <see cref="Start"/>.</summary>
    public double Time { get; set; }

    public DateTimeOffset Clock => Start.AddMinutes(Time);

    public JsonNode Call(string action, JsonObject arguments) => action switch
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
