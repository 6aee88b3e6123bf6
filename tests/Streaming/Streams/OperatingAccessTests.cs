using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Nautilus.Review.Access;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Streams;

/// <summary>The access of the services that operate a stream: the scaling workflow, its schedule, CloudWatch and its logs.</summary>
public sealed class OperatingAccessTests
{
    private const string Stream = "arn:aws:kinesis:us-east-1:111122223333:stream/clicks";
    private const string Workflow = "clicks_scaling_worker";
    private const string Schedule = "clicks_scaling_starter";

    private static readonly string Synthesized = Testing.SynthScope(EverythingOfAStream.Operated);
    private static readonly Grants Access = Grants.Of(Synthesized);
    private static readonly string StateMachine = Arn("aws_sfn_state_machine", "clicks_scaling");
    private static readonly string Topic = Arn("aws_sns_topic", "alarms");
    private static readonly string TopicKey = Arn("aws_kms_key", "alarms_key");
    private static readonly string LogKey = Arn("aws_kms_key", "clicks_scaling_key");

    private static readonly string[] WithoutResource =
    [
        "cloudwatch:GetMetricData", "cloudwatch:PutMetricData",
        "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies",
        "logs:GetLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:UpdateLogDelivery",
        "xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments",
    ];

    [Fact]
    public void The_workflow_reads_and_changes_the_shards_of_its_stream_and_nothing_else() => May(Workflow).Should().BeEquivalentTo(
    [
        $"kinesis:DescribeStreamSummary on {Stream}", "kinesis:UpdateShardCount on *",
        .. WithoutResource.Select(action => $"{action} on *"),
    ]);

    [Fact]
    public void The_schedule_starts_the_workflow_and_nothing_else() =>
        May(Schedule).Should().BeEquivalentTo($"states:StartExecution on {StateMachine}");

    [Theory]
    [InlineData("Nautilus/Scaling", true)]
    [InlineData("AWS/Kinesis", false)]
    [InlineData(null, false)]
    public void The_workflow_sends_metrics_in_its_own_namespace_only(string? metricsNamespace, bool allowed)
    {
        var context = metricsNamespace is null ? [] : new Context { ["cloudwatch:namespace"] = metricsNamespace };

        (Access.Decide(Role(Workflow), "cloudwatch:PutMetricData", "*", context) == Decision.Allowed).Should().Be(allowed);
    }

    [Theory]
    [InlineData(Workflow, "states.amazonaws.com", "arn:aws:states:us-east-1:111122223333:stateMachine:clicks-scaling", true)]
    [InlineData(Workflow, "states.amazonaws.com", "arn:aws:states:us-east-1:111122223333:stateMachine:another", false)]
    [InlineData(Workflow, "states.amazonaws.com", "arn:aws:states:us-east-1:999988887777:stateMachine:clicks-scaling", false)]
    [InlineData(Workflow, "scheduler.amazonaws.com", "arn:aws:states:us-east-1:111122223333:stateMachine:clicks-scaling", false)]
    [InlineData(Schedule, "scheduler.amazonaws.com", "arn:aws:scheduler:us-east-1:111122223333:schedule-group/default", true)]
    [InlineData(Schedule, "scheduler.amazonaws.com", "arn:aws:scheduler:us-east-1:999988887777:schedule-group/default", false)]
    public void A_service_assumes_its_role_for_this_account_only(string role, string service, string source, bool allowed) =>
        (Access.DecideAssume(Role(role), service, From(source)) == Decision.Allowed).Should().Be(allowed);

    [Theory]
    [InlineData("arn:aws:cloudwatch:us-east-1:111122223333:alarm:clicks-unread", true)]
    [InlineData("arn:aws:cloudwatch:us-east-1:999988887777:alarm:clicks-unread", false)]
    [InlineData("arn:aws:events:us-east-1:111122223333:rule/x", false)]
    public void Alarms_of_this_account_are_published_and_encrypted(string source, bool allowed)
    {
        foreach (var (action, resource) in new[] { ("sns:Publish", Topic), ("kms:GenerateDataKey", TopicKey), ("kms:Decrypt", TopicKey) })
            (OfService("cloudwatch.amazonaws.com", action, resource, From(source)) == Decision.Allowed).Should().Be(allowed, action);
    }

    [Fact]
    public void Nothing_is_published_without_TLS()
    {
        var context = From("arn:aws:cloudwatch:us-east-1:111122223333:alarm:clicks-unread");
        context["aws:SecureTransport"] = "false";

        OfService("cloudwatch.amazonaws.com", "sns:Publish", Topic, context).Should().Be(Decision.ExplicitlyDenied);
    }

    [Theory]
    [InlineData("logs.us-east-1.amazonaws.com", "/aws/vendedlogs/states/clicks-scaling", true)]
    [InlineData("logs.us-east-1.amazonaws.com", "/aws/vendedlogs/states/another", false)]
    [InlineData("logs.eu-west-1.amazonaws.com", "/aws/vendedlogs/states/clicks-scaling", false)]
    public void The_key_of_the_log_encrypts_this_log_in_its_region_only(string service, string group, bool allowed)
    {
        var context = new Context { ["kms:EncryptionContext:aws:logs:arn"] = $"arn:aws:logs:us-east-1:111122223333:log-group:{group}" };

        foreach (var action in new[] { "kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey" })
            (OfService(service, action, LogKey, context) == Decision.Allowed).Should().Be(allowed, action);
    }

    private static IReadOnlyList<string> May(string role) => Access.May(
        Role(role),
        ["kinesis", "kms", "dynamodb", "iam", "cloudwatch", "sts", "logs", "xray", "states", "sns", "scheduler"],
        [Stream, $"{Stream}2", $"{Stream}/consumer/analytics:1700000000", StateMachine, $"{StateMachine}2", Topic, TopicKey, LogKey],
        new() { ["cloudwatch:namespace"] = "Nautilus/Scaling", ["aws:RequestedRegion"] = "us-east-1" });

    private static Decision OfService(string service, string action, string resource, Context context) => Evaluator.Decide(
        new() { Action = action, Resource = resource, Principal = service, Context = context },
        [],
        Access.ResourcePoliciesOf(resource),
        resourcePolicyIsAuthoritative: true);

    private static string Role(string begins) => Access.Roles.Single(role => role.StartsWith(begins, StringComparison.Ordinal));

    private static string Arn(string type, string begins)
    {
        var ids = JsonNode.Parse(Synthesized)!["resource"]![type]!.AsObject().Select(resource => resource.Key);
        return Access.ArnOf($"{type}.{ids.Single(id => id.StartsWith(begins, StringComparison.Ordinal))}");
    }

    private static Context From(string source) => new()
    {
        ["aws:SourceArn"] = source, ["aws:SourceAccount"] = source.Split(':')[4], ["aws:SecureTransport"] = "true",
    };
}
