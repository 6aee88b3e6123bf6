using Nautilus.Foundations;

namespace Nautilus.Access;

/// <summary>The AWS service that assumes a role, and the one resource of it that may.</summary>
public sealed record Caller
{
    private readonly Func<Location, string>? _source;

    // Without a source: AWS's documents do not promise that the service sends one. If the service sends an account, it must be this one.
    private Caller(string service, Func<Location, string>? source = null) => (Service, _source) = (service, source);

    /// <summary>
    /// Lambda runs a function in the role. A role can't be passed to a function of another account: there is no deputy to confuse.
    /// </summary>
    public static Caller Lambda { get; } = new("lambda.amazonaws.com");

    /// <summary>Tasks of the account's ECS, such as a producer or a KCL application in a container.</summary>
    public static Caller EcsTask { get; } = new("ecs-tasks.amazonaws.com", location => location.Arn("ecs", "*"));

    /// <summary>Schedules of EventBridge Scheduler, which sends the group of a schedule and not the schedule.</summary>
    public static Caller Scheduler { get; } = new(
        "scheduler.amazonaws.com", location => location.Arn("scheduler", "schedule-group/default"));

    internal string Service { get; }

    /// <summary>A Firehose delivery stream.</summary>
    public static Caller Firehose(string deliveryStream)
    {
        Check.That($"Firehose '{deliveryStream}'", Rule.Matches("name", deliveryStream, AwsNames.DeliveryStream));
        return new("firehose.amazonaws.com", location => location.Arn("firehose", $"deliverystream/{deliveryStream}"));
    }

    /// <summary>An application of Managed Service for Apache Flink.</summary>
    public static Caller Flink(string application)
    {
        Check.That($"Flink application '{application}'", Rule.Matches("name", application, AwsNames.FlinkApplication));
        return new("kinesisanalytics.amazonaws.com", location => location.Arn("kinesisanalytics", $"application/{application}"));
    }

    /// <summary>A topic rule of AWS IoT.</summary>
    public static Caller IotRule(string rule)
    {
        Check.That($"IoT rule '{rule}'", Rule.Matches("name", rule, AwsNames.IotRule));
        return new("iot.amazonaws.com", location => location.Arn("iot", $"rule/{rule}"));
    }

    /// <summary>A workflow of Step Functions.</summary>
    public static Caller StepFunctions(string stateMachine)
    {
        Check.That($"state machine '{stateMachine}'", Rule.Matches("name", stateMachine, AwsNames.StateMachine));
        return new("states.amazonaws.com", location => location.Arn("states", $"stateMachine:{stateMachine}"));
    }

    /// <summary>S3, which copies the objects of a bucket.</summary>
    internal static Caller S3 { get; } = new("s3.amazonaws.com");

    /// <summary>The service may assume the role only on behalf of this account and, where the service sends it, of this resource.</summary>
    internal Condition[] Conditions(Location location) => _source is null
        ? [new("StringEqualsIfExists", "aws:SourceAccount", location.Account)]
        : Condition.OnBehalfOf(location, _source(location));
}
