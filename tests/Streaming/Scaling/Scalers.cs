using System.Text.Json.Nodes;
using Nautilus.Scaling;
using Nautilus.Testing.Simulation;
using Nautilus.Testing.StepFunctions;

namespace Tests.Streaming.Scaling;

/// <summary>Programs that can scale a simulated stream.</summary>
internal static class Scalers
{
    private static readonly StateMachine Machine = new(ScalingWorkflow.Definition);

    /// <summary>
    /// The workflow as it is deployed. An execution that fails for any other reason than that no changes are left fails the test.
    /// </summary>
    public static Func<SimulatedAws, Action> Workflow(int min, int max, params string[] consumers) => aws => () =>
    {
        var execution = Machine.Run(Input(min, max, consumers), aws.Clock, aws);
        if (execution.Failure is { Error: not "Nautilus.ChangesSpent" } failure && aws.Fault is null)
            throw new InvalidOperationException($"at minute {aws.Time} the workflow failed: {failure.Error}, {failure.Message}");
    };

    public static JsonObject Input(int min, int max, params string[] consumers) => new()
    {
        ["stream"] = "clicks",
        ["min"] = min,
        ["max"] = max,
        ["target"] = 0.7,
        ["up"] = 0.8,
        ["dryRun"] = false,
        ["consumers"] = new JsonArray([.. consumers.Select(name => JsonValue.Create(name))]),
    };

    /// <summary>
    /// The rules of AWS's sample (aws-samples/kinesis-auto-scaling): doubled after five of five periods of five minutes at 75 % or more,
    /// halved after 57 of 60 below 25 %. A reader more than 30 minutes behind counts as 25 %.
    /// </summary>
    public static Action AwsSample(SimulatedAws aws) => () =>
    {
        var end = (int)Math.Floor(aws.Time) - 3;
        if (end % 5 != 0 || !aws.Stream.IsActive(aws.Time))
            return;

        var shards = aws.Stream.Open;
        if (end >= 25 && Periods(5).All(use => use.Traffic >= 0.75))
            Try(2 * shards);
        else if (end >= 300 && shards > 1 && Periods(60).Count(use => Math.Max(use.Traffic, use.Lag) < 0.25) >= 57)
            Try((shards + 1) / 2);

        IEnumerable<(double Traffic, double Lag)> Periods(int count) => Enumerable.Range(1, count).Select(back =>
        {
            var from = end - (5 * back);
            var bytes = Sum("IncomingBytes", from) / (1024.0 * 1024 * 300 * shards);
            var records = Sum("IncomingRecords", from) / (1000.0 * 300 * shards);
            var lags = aws.CloudWatch.Seen("GetRecords.IteratorAgeMilliseconds", from, from + 5, aws.Time);
            var lag = lags.Select(point => point.Value).DefaultIfEmpty().Max();
            return (Math.Max(bytes, records), lag / 60000 * 0.25 / 30);
        });

        double Sum(string metric, int from) => aws.CloudWatch.Seen(metric, from, from + 5, aws.Time).Sum(point => point.Value);

        void Try(int target)
        {
            try
            {
                aws.Stream.Update(target, aws.Time);
            }
            catch (TaskException)
            {
                // The eleventh change of a day is rejected. The sample tries again at its next alarm.
            }
        }
    };
}
