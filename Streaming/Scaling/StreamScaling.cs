using Constructs;
using HashiCorp.Cdktf.Providers.Aws.SchedulerSchedule;
using HashiCorp.Cdktf.Providers.Aws.SfnStateMachine;
using Nautilus.Access;
using Nautilus.Alarms;
using Nautilus.Foundations;
using Nautilus.Keys;

namespace Nautilus.Scaling;

/// <summary>
/// A workflow that reads the traffic of a stream every minute, and changes the number of shards when the traffic needs it. There is no code
/// to patch.
/// </summary>
internal sealed class StreamScaling : Construct
{
    private const string Namespace = "Nautilus/Scaling";

    private readonly ScaledStream _stream;
    private readonly ScalingSettings _settings;
    private readonly string _workflow;

    public StreamScaling(Construct scope, string id, ScaledStream stream, int min, int max, ScalingSettings settings)
        : base(scope, id)
    {
        (_stream, Min, Max, _settings) = (stream, min, max, settings);
        var name = Names.Fit($"{stream.Name}-scaling", 64);
        var worker = Worker(name);
        var key = new CustomerKey(this, "key", new() { Description = $"Encrypts the log of {name}" });
        var log = EncryptedLog.Of(this, "log", $"/aws/vendedlogs/states/{name}", key);
        _workflow = new SfnStateMachine(this, "Default", new SfnStateMachineConfig
        {
            Name = name,
            Type = "EXPRESS",
            RoleArn = worker.Arn,
            Definition = ScalingWorkflow.Definition.Replace("arn:aws:", $"arn:{stream.Location.Partition}:", StringComparison.Ordinal),
            LoggingConfiguration = new SfnStateMachineLoggingConfiguration
            {
                Level = "ALL", IncludeExecutionData = true, LogDestination = $"{log.Arn}:*",
            },
            TracingConfiguration = new SfnStateMachineTracingConfiguration { Enabled = true },
            DependsOn = worker.Permissions,
        }).Arn;

        var starter = new ServiceRole(this, "starter", Caller.Scheduler, stream.Location);
        starter.Allow(new Statement("StartWorkflow", ["states:StartExecution"], [_workflow]));
        Schedule("schedule", name, $"Looks whether the Kinesis stream {stream.Name} has the shards that its traffic asks for",
            "rate(1 minute)", starter, () => Input(Min));
        foreach (var (ahead, number) in settings.Ahead.Select((ahead, index) => (ahead, index + 1)))
            Schedule($"ahead-{number}", $"{name[..Math.Min(name.Length, 55)]}-ahead-{number}",
                $"Gives the Kinesis stream {stream.Name} {ahead.Shards} shards or more before a peak",
                ahead.Schedule, starter, () => Input(ahead.Shards), ahead.TimeZone);
    }

    public int Min { get; }

    public int Max { get; }

    /// <summary>How many shards the workflow found open.</summary>
    public Metric OpenShards => Reported("OpenShards");

    /// <summary>How much of their capacity the workflow found in use, in percent.</summary>
    public Metric Utilisation => Reported("Utilisation");

    public IEnumerable<Alarm> Alarms =>
    [
        ScalingAlarms.Failed(_stream.Name, _workflow),
        .. _settings.Paused ? [] : new[] { ScalingAlarms.Silent(_stream.Name, OpenShards) },
        ScalingAlarms.AtMost(_stream.Name, OpenShards, Utilisation, Max),
    ];

    private Metric Reported(string name) =>
        new(Namespace, name, "Maximum", new Dictionary<string, string> { ["StreamName"] = _stream.Name });

    private string Input(int min) => JsonText.Of(new
    {
        stream = _stream.Name,
        min,
        max = Max,
        target = _settings.TargetUtilisation,
        up = _settings.ScaleUpAt,
        dryRun = _settings.DryRun,
        consumers = _stream.Consumers(),
    });

    private void Schedule(
        string id, string name, string description, string expression, ServiceRole starter, Func<string> input, string? timeZone = null) =>
        new SchedulerSchedule(this, id, new SchedulerScheduleConfig
        {
            Name = name,
            Description = description,
            ScheduleExpression = expression,
            ScheduleExpressionTimezone = timeZone,
            State = _settings.Paused ? "DISABLED" : null,
            FlexibleTimeWindow = new SchedulerScheduleFlexibleTimeWindow { Mode = "OFF" },
            // A run that is late or fails is not repeated: the next one is a minute away.
            Target = new SchedulerScheduleTarget
            {
                Arn = _workflow,
                RoleArn = starter.Arn,
                Input = AtSynth.Text(input),
                RetryPolicy = new SchedulerScheduleTargetRetryPolicy { MaximumRetryAttempts = 0, MaximumEventAgeInSeconds = 60 },
            },
            DependsOn = starter.Permissions,
        });

    private ServiceRole Worker(string name)
    {
        var worker = new ServiceRole(this, "worker", Caller.StepFunctions(name), _stream.Location);
        worker.Allow(
            new Statement("ReadShards", ["kinesis:DescribeStreamSummary"], [_stream.Arn]),
            // AWS's reference names no resource for this action, and a stream could match nothing. See docs/scaling.md.
            new Statement("ChangeShards", ["kinesis:UpdateShardCount"], ["*"])
            {
                Conditions = [new("StringEquals", "aws:RequestedRegion", _stream.Location.Region)],
            },
            new Statement("ReadTraffic", ["cloudwatch:GetMetricData"], ["*"]),
            new Statement("TellShards", ["cloudwatch:PutMetricData"], ["*"])
            {
                Conditions = [new("StringEquals", "cloudwatch:namespace", Namespace)],
            },
            new Statement("DeliverLogs",
            [
                "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies",
                "logs:GetLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:UpdateLogDelivery",
            ], ["*"]),
            new Statement("SendTraces",
            [
                "xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments",
            ], ["*"]));
        return worker;
    }
}
