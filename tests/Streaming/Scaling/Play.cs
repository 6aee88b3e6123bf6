using Nautilus.Testing.Simulation;

namespace Tests.Streaming.Scaling;

/// <summary>One trace: the results of the workflow, of AWS's sample, and of the best changes in hindsight.</summary>
internal sealed record Play(Trace Trace, Outcome Ours, Outcome Sample, double Best)
{
    public static Play Of(Trace trace) => new(
        trace,
        StreamSimulator.Play(trace, Scalers.Workflow(1, trace.Max)),
        StreamSimulator.Play(trace, Scalers.AwsSample),
        Hindsight.ShardHours(trace));

    /// <summary>The shard-hours, relative to the best in hindsight.</summary>
    public double Cost(Outcome outcome) => outcome.ShardHours / Best;
}
