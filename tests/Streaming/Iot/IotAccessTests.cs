using HashiCorp.Cdktf;
using Nautilus.App;
using Nautilus.Iot;
using Nautilus.Keys;
using Nautilus.Review.Access;
using Nautilus.Review.Policies;
using Nautilus.Stacks;
using Nautilus.Streams;
using Nautilus.Testing.Synth;
using Tests.Streaming.Streams;

namespace Tests.Streaming.Iot;

/// <summary>Who may do what in IoT ingestion: the rule, devices, and each consumer.</summary>
public sealed class IotAccessTests
{
    private const string Account = "111122223333";
    private const string Stream = $"arn:aws:kinesis:us-east-1:{Account}:stream/iot-kinesis-stream";

    private static readonly Grants Access = Grants.Of(Testing.SynthWhole(new IotStack(Testing.App(), "iot", new Deployment(), new()
    {
        Databricks = new() { Principal = EverythingOfAStream.Databricks, ExternalId = "0000-1111-2222" },
    })));

    private static readonly string Queue = Access.ArnOf("aws_sqs_queue.ingestion_queue_7EB6B0B4");

    private static readonly string[] PollAndDescribe =
        ["kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"];

    private static readonly Dictionary<string, string[]> Presets = new()
    {
        ["ingestion_role"] = [$"kinesis:PutRecord on {Stream}", $"sqs:SendMessage on {Queue}"],
        ["function"] = On(Stream, PollAndDescribe),
        ["analytics"] = On(Stream, PollAndDescribe),
        ["databricks"] = On(Stream, PollAndDescribe),
    };

    public static TheoryData<string> Roles => new(Presets.Keys);

    [Fact]
    public void Every_role_of_the_stack_is_judged() => Access.Roles.Select(role => Presets.Keys.Single(role.StartsWith)).Should().BeEquivalentTo(Presets.Keys);

    [Theory, MemberData(nameof(Roles))]
    public void A_role_may_do_what_it_is_for_and_nothing_else(string role) =>
        Access.May(Role(role), ["kinesis", "sqs", "kms", "iot", "iam", "sts", "logs", "sns"], [Stream, $"{Stream}2", Queue, $"{Queue}2"])
            .Should().BeEquivalentTo(Presets[role]);

    [Theory]
    [InlineData("ingestion_role", "iot.amazonaws.com", $"arn:aws:iot:us-east-1:{Account}:rule/iot_kinesis_stream", true)]
    [InlineData("ingestion_role", "iot.amazonaws.com", $"arn:aws:iot:us-east-1:{Account}:rule/another", false)]
    [InlineData("ingestion_role", "iot.amazonaws.com", "arn:aws:iot:us-east-1:999988887777:rule/iot_kinesis_stream", false)]
    [InlineData("ingestion_role", "lambda.amazonaws.com", $"arn:aws:iot:us-east-1:{Account}:rule/iot_kinesis_stream", false)]
    [InlineData("analytics", "kinesisanalytics.amazonaws.com", $"arn:aws:kinesisanalytics:us-east-1:{Account}:application/iot-analytics", true)]
    [InlineData("analytics", "kinesisanalytics.amazonaws.com", $"arn:aws:kinesisanalytics:us-east-1:{Account}:application/another", false)]
    [InlineData("function", "lambda.amazonaws.com", $"arn:aws:lambda:us-east-1:{Account}:function:x", true)]
    public void A_service_takes_its_role_for_what_it_is_for(string role, string service, string source, bool allowed) =>
        (Access.DecideAssume(Role(role), service, new() { ["aws:SourceArn"] = source, ["aws:SourceAccount"] = source.Split(':')[4] }) == Decision.Allowed)
            .Should().Be(allowed);

    [Theory]
    [InlineData("iot:Connect", "client/leaf-1", true)]
    [InlineData("iot:Connect", "client/leaf-2", false)]
    [InlineData("iot:Connect", "client/*", false)]
    [InlineData("iot:Publish", "topic/devices/leaf-1/readings", true)]
    [InlineData("iot:Publish", "topic/devices/leaf-2/readings", false)]
    [InlineData("iot:Publish", "topic/devices/leaf-1/commands", false)]
    [InlineData("iot:Publish", "topic/$aws/things/leaf-1/shadow/update", false)]
    [InlineData("iot:Subscribe", "topicfilter/devices/leaf-1/commands", true)]
    [InlineData("iot:Subscribe", "topicfilter/devices/leaf-2/commands", false)]
    [InlineData("iot:Subscribe", "topicfilter/devices/+/commands", false)]
    [InlineData("iot:Subscribe", "topicfilter/#", false)]
    [InlineData("iot:Subscribe", "topicfilter/devices/leaf-1/readings", false)]
    [InlineData("iot:Receive", "topic/devices/leaf-1/commands", true)]
    [InlineData("iot:Receive", "topic/devices/leaf-2/commands", false)]
    public void A_device_speaks_for_itself_only(string action, string resource, bool allowed) =>
        (Device(action, resource, "leaf-1") == Decision.Allowed).Should().Be(allowed);

    [Theory]
    [InlineData("*")]
    [InlineData("+")]
    [InlineData("leaf-1/../leaf-2")]
    public void A_thing_by_the_name_of_a_wildcard_speaks_for_nobody_else(string thing) =>
        Device("iot:Publish", "topic/devices/leaf-2/readings", thing).Should().NotBe(Decision.Allowed);

    [Fact]
    public void A_certificate_that_is_of_no_thing_may_not_even_connect()
    {
        foreach (var (action, resource) in new[] { ("iot:Connect", "client/leaf-1"), ("iot:Publish", "topic/devices/leaf-1/readings") })
            Device(action, resource, "leaf-1", isAttached: false).Should().Be(Decision.ImplicitlyDenied);
    }

    [Fact]
    public void A_device_may_do_nothing_but_talk() =>
        (from action in ActionTable.Current.ActionsOf("iot")
         from resource in new[] { "client/leaf-1", "topic/devices/leaf-1/readings", "topic/devices/leaf-1/commands", "topicfilter/devices/leaf-1/commands", "thing/leaf-1", "policy/x" }
         where Device(action, resource, "leaf-1") == Decision.Allowed
         select action).Should().BeEquivalentTo("iot:Connect", "iot:Publish", "iot:Receive", "iot:Subscribe");

    [Fact]
    public void Nobody_uses_the_queue_without_TLS() => Evaluator.Decide(
        new() { Action = "sqs:SendMessage", Resource = Queue, Principal = Access.ArnOf($"aws_iam_role.{Role("ingestion_role")}"), Context = new() { ["aws:SecureTransport"] = "false" } },
        Access.PoliciesOf(Role("ingestion_role")),
        Access.ResourcePoliciesOf(Queue)).Should().Be(Decision.ExplicitlyDenied);

    [Fact]
    public void A_rule_uses_the_key_of_the_stream_through_Kinesis_and_through_the_queue()
    {
        var access = Grants.Of(Testing.SynthScope(stack => new IotIngestion(stack, "ingestion", new()
        {
            Name = "plants",
            Stream = new DataStream(stack, "stream", new() { Name = "readings", Capacity = Capacity.Provisioned(1), Encryption = Encryption.CustomerKey }),
            Topics = "plants/+/readings",
        })));
        var (role, key) = (access.Roles.Single(), access.ArnOf("aws_kms_key.stream_key_D981BCF0"));
        var inKinesis = new Context { ["kms:ViaService"] = "kinesis.us-east-1.amazonaws.com", ["kms:EncryptionContext:aws:kinesis:arn"] = access.ArnOf("aws_kinesis_stream.stream") };
        var inQueue = new Context { ["kms:ViaService"] = "sqs.us-east-1.amazonaws.com" };

        access.Decide(role, "kms:GenerateDataKey", key, inKinesis).Should().Be(Decision.Allowed);
        access.Decide(role, "kms:Decrypt", key, inKinesis).Should().Be(Decision.ImplicitlyDenied);
        access.Decide(role, "kms:GenerateDataKey", key, inQueue).Should().Be(Decision.Allowed);
        access.Decide(role, "kms:Decrypt", key, inQueue).Should().Be(Decision.Allowed);
        access.Decide(role, "kms:GenerateDataKey", key, []).Should().Be(Decision.ImplicitlyDenied);
    }

    private static Decision Device(string action, string resource, string thing, bool isAttached = true) => Evaluator.Decide(
        new()
        {
            Action = action,
            Resource = $"arn:aws:iot:us-east-1:{Account}:{resource}",
            Principal = $"arn:aws:iot:us-east-1:{Account}:cert/0123",
            Context = new() { ["iot:Connection.Thing.ThingName"] = thing, ["iot:Connection.Thing.IsAttached"] = isAttached ? "true" : "false" },
        },
        [Access.Document("ingestion_device-access_5861EA5F")],
        []);

    private static string[] On(string resource, string[] actions) => [.. actions.Select(action => $"{action} on {resource}")];

    private static string Role(string begins) => Access.Roles.Single(role => role.StartsWith(begins, StringComparison.Ordinal));
}
