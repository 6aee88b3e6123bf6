using Nautilus.Testing.Simulation;

namespace Tests.Streaming.Scaling;

/// <summary>One trace: how the workflow did, how AWS's sample did, and what could have been done at best.</summary>
internal sealed record Play(Trace Trace, Outcome Ours, Outcome Sample, double Best)
{
    public static Play Of(Trace trace) => new(
        trace,
        Simulation.Play(trace, Scalers.Workflow(1, trace.Max)),
        Simulation.Play(trace, Scalers.AwsSample),
        Hindsight.ShardHours(trace));

    /// <summary>Against the best in hindsight.</summary>
    public double Cost(Outcome outcome) => outcome.ShardHours / Best;
}
