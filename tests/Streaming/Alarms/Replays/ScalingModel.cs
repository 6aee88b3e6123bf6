using Nautilus.Testing.CloudWatch;
using Nautilus.Testing.Replays;

namespace Tests.Streaming.Alarms.Replays;

/// <summary>What the scaling workflow reports of a story's stream.</summary>
internal static class ScalingModel
{
    public static Metrics Tell(Story story)
    {
        var metrics = KinesisModel.Tell(story);
        for (var minute = 1; minute <= story.Minutes && story.ScaledTo is not null; minute++)
        {
            metrics.Report(new("AWS/States", "ExecutionsFailed", ("StateMachineArn", EveryAlarm.Workflow)), minute, story.Utilisation(minute) is null ? 1 : 0);
            if (story.Utilisation(minute) is not { } utilisation)
                continue;
            metrics.Report(new("Nautilus/Scaling", "OpenShards", ("StreamName", story.Stream)), minute, story.Shards);
            metrics.Report(new("Nautilus/Scaling", "Utilisation", ("StreamName", story.Stream)), minute, utilisation);
        }

        return metrics;
    }
}
