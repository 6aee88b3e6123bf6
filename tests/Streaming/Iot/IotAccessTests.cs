using HashiCorp.Cdktf;
using Nautilus.Review.Access;
using Nautilus.Streams;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Iot;

/// <summary>What the roles of IoT ingestion allow: the rule, and each consumer.</summary>
public sealed class IotAccessTests
{
    private const string Account = IotGrants.Account;
    private const string Stream = IotGrants.Stream;
    private const string FlinkApplication = $"arn:aws:kinesisanalytics:us-east-1:{Account}:application";

    private static readonly Grants Access = IotGrants.Access;
    private static readonly string Queue = IotGrants.Queue;

    private static readonly string[] PollAndDescribe =
        ["kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"];

    private static readonly Dictionary<string, string[]> Presets = new()
    {
        ["ingestion_role"] = [$"kinesis:PutRecord on {Stream}"],
        ["ingestion_keeper"] = [$"sqs:SendMessage on {Queue}"],
        ["function"] = On(Stream, PollAndDescribe),
        ["analytics"] = On(Stream, PollAndDescribe),
        ["databricks"] = On(Stream, PollAndDescribe),
    };

    public static TheoryData<string> Roles => new(Presets.Keys);

    [Fact]
    public void Every_role_of_the_stack_is_tested() =>
        Access.Roles.Select(role => Presets.Keys.Single(role.StartsWith)).Should().BeEquivalentTo(Presets.Keys);

    [Theory, MemberData(nameof(Roles))]
    public void A_role_may_do_what_it_is_for_and_nothing_else(string role) =>
        Access.May(Role(role), ["kinesis", "sqs", "kms", "iot", "iam", "sts", "logs", "sns"], [Stream, $"{Stream}2", Queue, $"{Queue}2"])
            .Should().BeEquivalentTo(Presets[role]);

    [Theory]
    [InlineData("ingestion_role", "iot.amazonaws.com", $"arn:aws:iot:us-east-1:{Account}:rule/iot_kinesis_stream", true)]
    [InlineData("ingestion_role", "iot.amazonaws.com", $"arn:aws:iot:us-east-1:{Account}:rule/another", false)]
    [InlineData("ingestion_role", "iot.amazonaws.com", "arn:aws:iot:us-east-1:999988887777:rule/iot_kinesis_stream", false)]
    [InlineData("ingestion_role", "lambda.amazonaws.com", $"arn:aws:iot:us-east-1:{Account}:rule/iot_kinesis_stream", false)]
    [InlineData("analytics", "kinesisanalytics.amazonaws.com", $"{FlinkApplication}/iot-analytics", true)]
    [InlineData("analytics", "kinesisanalytics.amazonaws.com", $"{FlinkApplication}/another", false)]
    [InlineData("function", "lambda.amazonaws.com", $"arn:aws:lambda:us-east-1:{Account}:function:x", true)]
    public void A_service_may_assume_its_role_only_for_its_own_resource(string role, string service, string source, bool allowed)
    {
        var context = new Context { ["aws:SourceArn"] = source, ["aws:SourceAccount"] = source.Split(':')[4] };

        (Access.DecideAssume(Role(role), service, context) == Decision.Allowed).Should().Be(allowed);
    }

    [Fact]
    public void Nobody_uses_the_queue_without_TLS()
    {
        var role = Role("ingestion_keeper");
        var request = new Request
        {
            Action = "sqs:SendMessage",
            Resource = Queue,
            Principal = Access.ArnOf($"aws_iam_role.{role}"),
            Context = new() { ["aws:SecureTransport"] = "false" },
        };

        Evaluator.Decide(request, Access.PoliciesOf(role), Access.ResourcePoliciesOf(Queue)).Should().Be(Decision.ExplicitlyDenied);
    }

    [Fact]
    public void A_rule_uses_the_key_of_the_stream_through_Kinesis_and_through_the_queue()
    {
        var access = Grants.Of(Testing.SynthScope(stack => Plants.Ingestion(stack, encryption: Encryption.CustomerKey)));
        var (writer, keeper) = (RoleOf("ingestion_role"), RoleOf("ingestion_keeper"));
        var key = access.ArnOf("aws_kms_key.stream_key_D981BCF0");
        var inKinesis = new Context
        {
            ["kms:ViaService"] = "kinesis.us-east-1.amazonaws.com",
            ["kms:EncryptionContext:aws:kinesis:arn"] = access.ArnOf("aws_kinesis_stream.stream"),
        };
        var inQueue = new Context { ["kms:ViaService"] = "sqs.us-east-1.amazonaws.com" };
        var inAnotherQueue = inQueue.With(new() { ["kms:EncryptionContext:aws:sqs:arn"] = "arn:aws:sqs:us-east-1:111122223333:orders" });

        access.Decide(writer, "kms:GenerateDataKey", key, inKinesis).Should().Be(Decision.Allowed);
        access.Decide(writer, "kms:Decrypt", key, inKinesis).Should().Be(Decision.ImplicitlyDenied);
        access.Decide(writer, "kms:GenerateDataKey", key, inQueue).Should().Be(Decision.ImplicitlyDenied);
        access.Decide(keeper, "kms:GenerateDataKey", key, inQueue).Should().Be(Decision.Allowed);
        access.Decide(keeper, "kms:Decrypt", key, inQueue).Should().Be(Decision.Allowed);
        access.Decide(keeper, "kms:Decrypt", key, inAnotherQueue).Should().Be(Decision.ImplicitlyDenied);
        access.Decide(keeper, "kms:GenerateDataKey", key, []).Should().Be(Decision.ImplicitlyDenied);

        string RoleOf(string begins) => access.Roles.Single(role => role.StartsWith(begins, StringComparison.Ordinal));
    }

    private static string[] On(string resource, string[] actions) => [.. actions.Select(action => $"{action} on {resource}")];

    private static string Role(string begins) => Access.Roles.Single(role => role.StartsWith(begins, StringComparison.Ordinal));
}
