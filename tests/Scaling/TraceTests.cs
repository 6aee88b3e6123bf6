using System.Diagnostics;
using Xunit.Abstractions;

namespace Nautilus.Tests.Scaling;

public sealed class TraceTests(ITestOutputHelper output)
{
    [Fact]
    public void Try()
    {
        foreach (var trace in (Trace[])[Traces.Steady(), Traces.Wave(), Traces.Wave(2, 20), Traces.Wave(10,20), Traces.Wave(1, 20), Traces.FlashCrowd(), Traces.SlowGrowth(), Traces.NoiseAtAThreshold(), Traces.DeadConsumer(), Traces.Year()])
        {
            var clock = Stopwatch.StartNew();
            var best = Hindsight.ShardHours(trace);
            var t1 = clock.Elapsed.TotalSeconds;
            clock.Restart();
            var ours = Simulation.Play(trace, Scalers.Workflow(1, trace.Max));
            var t2 = clock.Elapsed.TotalSeconds;
            var sample = Simulation.Play(trace, Scalers.AwsSample);
            output.WriteLine($"{trace.Name}: best {best:0} ours {ours.ShardHours / best:0.00} {ours.Throttled:P3} {ours.ChangesInADay} flaps {ours.Flaps}; sample {sample.ShardHours / best:0.00} {sample.Throttled:P3} {sample.ChangesInADay}; {t1:0.0}s {t2:0.0}s");
            output.WriteLine("   " + string.Join(" ", ours.Changes.Take(40).Select(c => $"{c.Time / 60:0.0}:{c.From}>{c.To}")));
        }
    }
}
