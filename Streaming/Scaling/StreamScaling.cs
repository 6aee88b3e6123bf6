using System.Text.Json;
using Constructs;
using HashiCorp.Cdktf.Providers.Aws.SchedulerSchedule;
using HashiCorp.Cdktf.Providers.Aws.SfnStateMachine;
using Nautilus.Access;
using Nautilus.Alarms;
using Nautilus.Foundations;
using Nautilus.Keys;
using Nautilus.Streams;

namespace Nautilus.Scaling;

/// <summary>A workflow that looks at a stream every minute, and changes its shards when the traffic asks for it. There is no code to patch.</summary>
internal sealed class StreamScaling : Construct
{
    private const string Namespace = "Nautilus/Scaling";

    private readonly DataStream _stream;
    private readonly ServiceRole _starter;
    private readonly SchedulerSchedule _schedule;
    private readonly string _workflow;

    public StreamScaling(DataStream stream, int min, int max)
        : base(stream, "scaling")
    {
        (_stream, Min, Max) = (stream, min, max);
        var name = Names.Fit($"{stream.PlainName}-scaling", 64);
        var worker = Worker(name);
        var key = new CustomerKey(this, "key", new() { Description = $"Encrypts the log of {name}" });
        var workflow = new SfnStateMachine(this, "Default", new SfnStateMachineConfig
        {
            Name = name,
            Type = "EXPRESS",
            RoleArn = worker.Arn,
            Definition = ScalingWorkflow.Definition.Replace("arn:aws:", $"arn:{stream.Here.Partition}:", StringComparison.Ordinal),
            LoggingConfiguration = new SfnStateMachineLoggingConfiguration { Level = "ALL", IncludeExecutionData = true, LogDestination = $"{EncryptedLog.Of(this, "log", $"/aws/vendedlogs/states/{name}", key).Arn}:*" },
            TracingConfiguration = new SfnStateMachineTracingConfiguration { Enabled = true },
            DependsOn = worker.Permissions,
        });
        _workflow = workflow.Arn;

        _starter = new ServiceRole(this, "starter", Caller.Scheduler, stream);
        _starter.Allow(new Statement("StartWorkflow", ["states:StartExecution"], [_workflow]));
        _schedule = new SchedulerSchedule(this, "schedule", new SchedulerScheduleConfig
        {
            Name = name,
            Description = $"Looks whether the Kinesis stream {stream.PlainName} has the shards that its traffic asks for",
            ScheduleExpression = "rate(1 minute)",
            FlexibleTimeWindow = new SchedulerScheduleFlexibleTimeWindow { Mode = "OFF" },
            Target = Target(),
            DependsOn = _starter.Permissions,
        });
    }

    public int Min { get; }

    public int Max { get; }

    /// <summary>What the workflow tells of the stream, each minute.</summary>
    public Metric OpenShards => Told("OpenShards");

    public Metric Utilisation => Told("Utilisation");

    /// <summary>The workflow must know the consumers: it takes no shards away while one of them is behind.</summary>
    public void ConsumersChanged() => _schedule.PutTarget(Target());

    public IEnumerable<Alarm> Alarms() => [ScalingAlarms.Failed(_stream.PlainName, _workflow), ScalingAlarms.Silent(_stream.PlainName, OpenShards), ScalingAlarms.AtMost(_stream.PlainName, OpenShards, Utilisation, Max)];

    private Metric Told(string name) => new(Namespace, name, "Maximum", new Dictionary<string, string> { ["StreamName"] = _stream.PlainName });

    // A run that came too late or failed needs no second one: the next is a minute away.
    private SchedulerScheduleTarget Target() => new()
    {
        Arn = _workflow,
        RoleArn = _starter.Arn,
        Input = JsonSerializer.Serialize(new { stream = _stream.PlainName, min = Min, max = Max, consumers = _stream.Consumers }, ScalingWorkflow.Plain),
        RetryPolicy = new SchedulerScheduleTargetRetryPolicy { MaximumRetryAttempts = 0, MaximumEventAgeInSeconds = 60 },
    };

    private ServiceRole Worker(string name)
    {
        var worker = new ServiceRole(this, "worker", Caller.StepFunctions(name), _stream);
        worker.Allow(
            new Statement("ReadShards", ["kinesis:DescribeStreamSummary"], [_stream.Arn]),
            new Statement("ChangeShards", ["kinesis:UpdateShardCount"], [_stream.Arn]),
            new Statement("ReadTraffic", ["cloudwatch:GetMetricData"], ["*"]),
            new Statement("TellShards", ["cloudwatch:PutMetricData"], ["*"]) { Conditions = [new("StringEquals", "cloudwatch:namespace", Namespace)] },
            new Statement("DeliverLogs",
            [
                "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies",
                "logs:GetLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:UpdateLogDelivery",
            ], ["*"]),
            new Statement("SendTraces", ["xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments"], ["*"]));
        return worker;
    }
}
