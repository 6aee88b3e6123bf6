using Nautilus.Scaling;
using Nautilus.Testing.Simulation;
using Nautilus.Testing.StepFunctions;

namespace Tests.Streaming.Scaling;

/// <summary>
/// Single runs of the workflow. moto accepts the workflow, but does not evaluate JSONata. The kit of Step Functions does, with the same
/// JSONata as Step Functions.
/// </summary>
internal static class WorkflowRuns
{
    /// <summary>The stream after one run, which must succeed.</summary>
    public static SimulatedStream After(
        int shards, double megabytes, int min = 1, int max = 64, double recordBytes = 2000, double? lag = 200, int looking = 70)
    {
        var aws = Hour(shards, megabytes, recordBytes, lag, looking);
        Run(aws, min, max).Succeeded.Should().BeTrue();
        return aws.Stream;
    }

    /// <summary>A stream after 70 minutes of the same traffic.</summary>
    /// <param name="shards">The number of shards.</param>
    /// <param name="megabytes">The traffic, in MB a second.</param>
    /// <param name="recordBytes">The size of a record.</param>
    /// <param name="lag">How far the consumers are behind, in milliseconds; null, if they report nothing.</param>
    /// <param name="looking">In how many of the minutes, the last ones, the workflow has run.</param>
    /// <param name="start">The first minute.</param>
    public static SimulatedAws Hour(
        int shards, double megabytes, double recordBytes = 2000, double? lag = 200, int looking = 70, int start = 0)
    {
        var aws = new SimulatedAws(new SimulatedStream(shards)) { Time = start + 70.1 };
        for (var minute = start; minute < start + 70; minute++)
        {
            if (megabytes > 0)
            {
                aws.CloudWatch.Put("IncomingBytes", minute, megabytes * 60e6);
                aws.CloudWatch.Put("IncomingRecords", minute, megabytes * 60e6 / recordBytes);
            }

            if (lag is { } behind)
                aws.CloudWatch.Put("GetRecords.IteratorAgeMilliseconds", minute, behind);
            if (minute >= start + 70 - looking)
                aws.CloudWatch.Put("OpenShards", minute, shards);
        }

        return aws;
    }

    public static Execution Run(SimulatedAws aws, int min = 1, int max = 64, params string[] consumers) =>
        new StateMachine(ScalingWorkflow.Definition).Run(Scalers.Input(min, max, consumers), aws.Clock, aws);
}
