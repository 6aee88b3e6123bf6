using Nautilus.Testing.CloudWatch;
using Nautilus.Testing.Replays;

namespace Tests.Streaming.Alarms.Replays;

/// <summary>The metrics of a story's stream, with those of the scaling workflow.</summary>
internal static class ScalingModel
{
    public static Metrics Report(Story story)
    {
        var metrics = KinesisModel.Report(story);
        for (var minute = 1; minute <= story.Minutes && story.ScaledTo is not null; minute++)
        {
            var failed = story.Utilisation(minute) is null ? 1 : 0;
            metrics.Report(new("AWS/States", "ExecutionsFailed", ("StateMachineArn", EveryAlarm.Workflow)), minute, failed);
            if (story.Utilisation(minute) is not { } utilisation)
                continue;
            metrics.Report(new("Nautilus/Scaling", "OpenShards", ("StreamName", story.Stream)), minute, story.Shards);
            metrics.Report(new("Nautilus/Scaling", "Utilisation", ("StreamName", story.Stream)), minute, utilisation);
        }

        return metrics;
    }
}
