namespace Nautilus.Streaming.Access;

/// <summary>The AWS service that works in a role, and the one resource of it that may.</summary>
public sealed record Caller
{
    private Caller(string service, string? source = null) => (Service, Source) = (service, source);

    /// <summary>
    /// Lambda runs a function in the role. Lambda tells no source when it takes a role, and a role can't be passed
    /// to a function of another account: there is no deputy to confuse.
    /// </summary>
    public static Caller Lambda { get; } = new("lambda.amazonaws.com");

    /// <summary>Tasks of the account's ECS, such as a producer or a KCL application in a container.</summary>
    public static Caller EcsTask { get; } = new("ecs-tasks.amazonaws.com", "ecs:{0}:{1}:*");

    public static Caller Firehose(string deliveryStream) => new("firehose.amazonaws.com", $"firehose:{{0}}:{{1}}:deliverystream/{deliveryStream}");

    public static Caller Flink(string application) => new("kinesisanalytics.amazonaws.com", $"kinesisanalytics:{{0}}:{{1}}:application/{application}");

    internal string Service { get; }

    private string? Source { get; }

    /// <summary>Only on behalf of this account, and of this resource, may the service take the role.</summary>
    internal Condition[] Conditions(ArnParts here) => Source is null ? [] :
    [
        new("StringEquals", "aws:SourceAccount", here.Account),
        new("ArnLike", "aws:SourceArn", $"arn:{here.Partition}:{string.Format(System.Globalization.CultureInfo.InvariantCulture, Source, here.Region, here.Account)}"),
    ];
}
