using System.Text.RegularExpressions;
using Nautilus.Foundations;

namespace Nautilus.Access;

/// <summary>The AWS service that works in a role, and the one resource of it that may.</summary>
public sealed partial record Caller
{
    private readonly Func<Location, string>? _source;

    private Caller(string service, Func<Location, string>? source = null) => (Service, _source) = (service, source);

    /// <summary>
    /// Lambda runs a function in the role. Lambda tells no source when it takes a role, and a role can't be passed
    /// to a function of another account: there is no deputy to confuse.
    /// </summary>
    public static Caller Lambda { get; } = new("lambda.amazonaws.com");

    /// <summary>Tasks of the account's ECS, such as a producer or a KCL application in a container.</summary>
    public static Caller EcsTask { get; } = new("ecs-tasks.amazonaws.com", here => here.Arn("ecs", "*"));

    public static Caller Firehose(string deliveryStream)
    {
        Rules.Check($"Firehose '{deliveryStream}'", (Rules.IsToken(deliveryStream) || FirehoseName().IsMatch(deliveryStream),
            $"name must be 1 to 64 of a-z, A-Z, 0-9, '_', '.' and '-', got '{deliveryStream}'"));
        return new("firehose.amazonaws.com", here => here.Arn("firehose", $"deliverystream/{deliveryStream}"));
    }

    public static Caller Flink(string application)
    {
        Rules.Check($"Flink application '{application}'", (Rules.IsToken(application) || FlinkName().IsMatch(application),
            $"name must be 1 to 128 of a-z, A-Z, 0-9, '_', '.' and '-', got '{application}'"));
        return new("kinesisanalytics.amazonaws.com", here => here.Arn("kinesisanalytics", $"application/{application}"));
    }

    /// <summary>A topic rule of AWS IoT.</summary>
    public static Caller IotRule(string rule) => new("iot.amazonaws.com", here => here.Arn("iot", $"rule/{rule}"));

    /// <summary>A workflow of Step Functions.</summary>
    public static Caller StepFunctions(string stateMachine)
    {
        Rules.Check($"state machine '{stateMachine}'", (Rules.IsToken(stateMachine) || StateMachineName().IsMatch(stateMachine),
            $"name must be 1 to 80 of a-z, A-Z, 0-9, '_' and '-', got '{stateMachine}'"));
        return new("states.amazonaws.com", here => here.Arn("states", $"stateMachine:{stateMachine}"));
    }

    /// <summary>Schedules of EventBridge Scheduler, which tells the group of a schedule and not the schedule.</summary>
    public static Caller Scheduler { get; } = new("scheduler.amazonaws.com", here => here.Arn("scheduler", "schedule-group/default"));

    /// <summary>S3, which copies the objects of a bucket.</summary>
    internal static Caller S3Bucket(string arn) => new("s3.amazonaws.com", _ => arn);

    internal string Service { get; }

    /// <summary>Only on behalf of this account, and of this resource, may the service take the role.</summary>
    internal Condition[] Conditions(Location here) => _source is null ? [] : Condition.OnBehalfOf(here, _source(here));

    [GeneratedRegex(@"^[a-zA-Z0-9_.-]{1,64}\z")]
    private static partial Regex FirehoseName();

    [GeneratedRegex(@"^[a-zA-Z0-9_.-]{1,128}\z")]
    private static partial Regex FlinkName();

    [GeneratedRegex(@"^[a-zA-Z0-9_-]{1,80}\z")]
    private static partial Regex StateMachineName();
}
