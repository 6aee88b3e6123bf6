using HashiCorp.Cdktf;
using Nautilus.Review.Access;
using Nautilus.Streams;
using Nautilus.Testing.Synth;
using static Tests.Streaming.Streams.AccessOfAStream;

namespace Tests.Streaming.Streams;

/// <summary>Each role may do exactly what its grant is for, here and on resources of others.</summary>
public sealed class StreamAccessTests
{
    private static readonly string[] Poll =
    [
        "kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards",
    ];

    private static readonly string[] Firehose =
        ["kinesis:DescribeStream", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"];

    private static readonly string[] Subscribe = ["kinesis:DescribeStreamConsumer", "kinesis:SubscribeToShard"];
    private static readonly string[] OwnSubscription = ["kinesis:DeregisterStreamConsumer", .. Subscribe];
    private static readonly string[] LearnShards = ["kinesis:DescribeStreamSummary", "kinesis:ListShards"];
    private static readonly string[] Put = ["kinesis:PutRecord", "kinesis:PutRecords"];
    private static readonly string[] Encrypt = ["kms:GenerateDataKey"];
    private static readonly string[] Decrypt = ["kms:Decrypt"];
    private static readonly string[] Table =
    [
        "dynamodb:CreateTable", "dynamodb:DeleteItem", "dynamodb:DescribeTable", "dynamodb:GetItem",
        "dynamodb:PutItem", "dynamodb:Scan", "dynamodb:UpdateItem",
    ];

    private static readonly (string Resource, string[] Actions)[] KclBeside =
    [
        (Key, Decrypt), ("*", ["cloudwatch:PutMetricData"]),
        (Tables, [.. Table, "dynamodb:UpdateTable"]), ($"{Tables}-CoordinatorState", Table), ($"{Tables}-WorkerMetricStats", Table),
        ($"{Tables}/index/LeaseOwner", ["dynamodb:Query"]),
    ];

    /// <summary>The actions that each role must be allowed, by resource.</summary>
    private static readonly Dictionary<string, (string Resource, string[] Actions)[]> Presets = new()
    {
        ["sdk-producer"] = [(StreamArn, Put), (Key, Encrypt)],
        ["kpl-producer"] = [(StreamArn, [.. Put, .. LearnShards]), (Key, Encrypt), ("*", ["cloudwatch:PutMetricData"])],
        ["polling"] = [(StreamArn, Poll), (Key, Decrypt)],
        ["fan-out"] =
        [
            (StreamArn, ["kinesis:DescribeStream", .. LearnShards]), (Consumer, Subscribe), (ConsumerByName, Subscribe), (Key, Decrypt),
        ],
        ["kcl"] = [(StreamArn, Poll), .. KclBeside],
        ["fan-out-kcl"] =
            [(StreamArn, [.. Poll, "kinesis:RegisterStreamConsumer"]), (OwnConsumer, Subscribe), (OwnConsumerByName, Subscribe),
                .. KclBeside],
        ["function"] = [(StreamArn, Poll), (Key, Decrypt)],
        ["fan-out-function"] = [(StreamArn, Poll), (Consumer, Subscribe), (Key, Decrypt)],
        ["delivery"] = [(StreamArn, Firehose), (Key, Decrypt)],
        ["flink"] = [(StreamArn, Poll), (Key, Decrypt)],
        ["databricks"] = [(StreamArn, Poll), (Key, Decrypt)],
        ["fan-out-flink"] =
        [
            (StreamArn, [.. Poll, "kinesis:RegisterStreamConsumer"]), (Key, Decrypt),
            (FlinkConsumer, OwnSubscription), ($"{FlinkConsumer}:1700000000", OwnSubscription),
        ],
        ["fan-out-databricks"] =
        [
            (StreamArn, [.. Poll, "kinesis:RegisterStreamConsumer"]), (Key, Decrypt),
            (DatabricksConsumer, OwnSubscription), ($"{DatabricksConsumer}:1700000000", OwnSubscription),
        ],
    };

    public static TheoryData<string> Roles => new(Presets.Keys);

    [Fact]
    public void Every_role_of_the_stream_has_a_preset() => Access.Roles.Should().BeEquivalentTo(Presets.Keys);

    [Fact]
    public void The_questions_cover_all_actions_of_the_services() => Universe.Should().HaveCountGreaterThan(300);

    [Theory]
    [MemberData(nameof(Roles))]
    public void A_role_may_do_what_its_preset_allows_and_nothing_else(string role)
    {
        var must = Presets[role].SelectMany(grant => grant.Actions.Select(action => $"{action} on {grant.Resource}"));

        var may = from ask in Questions
                  where Decide(role, ask.Action, ask.Resource, AtWork(role)) == Decision.Allowed
                  select $"{ask.Action} on {ask.Resource}";

        may.Should().BeEquivalentTo(must);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void A_role_may_use_the_key_only_through_Kinesis_and_for_this_stream(string role)
    {
        var action = Presets[role].Single(grant => grant.Resource == Key).Actions.Single();

        Decide(role, action, Key, ThroughKinesis).Should().Be(Decision.Allowed);
        foreach (var elsewhere in new Context[]
        {
            [],
            new() { ["kms:ViaService"] = "kinesis.us-east-1.amazonaws.com" },
            new() { ["kms:EncryptionContext:aws:kinesis:arn"] = StreamArn },
            new() { ["kms:ViaService"] = "s3.us-east-1.amazonaws.com", ["kms:EncryptionContext:aws:kinesis:arn"] = StreamArn },
            new() { ["kms:ViaService"] = "kinesis.eu-west-1.amazonaws.com", ["kms:EncryptionContext:aws:kinesis:arn"] = StreamArn },
            new() { ["kms:ViaService"] = "kinesis.us-east-1.amazonaws.com", ["kms:EncryptionContext:aws:kinesis:arn"] = $"{StreamArn}2" },
        })
            Decide(role, action, Key, elsewhere).Should().Be(Decision.ImplicitlyDenied);
    }

    [Theory]
    [InlineData("kpl-producer", "KinesisProducerLibrary")]
    [InlineData("kcl", "clicks-counter")]
    public void Metrics_are_sent_in_the_namespace_of_the_application_only(string role, string metricsNamespace)
    {
        PutMetrics(role, new() { ["cloudwatch:namespace"] = metricsNamespace }).Should().Be(Decision.Allowed);
        PutMetrics(role, new() { ["cloudwatch:namespace"] = "AWS/Kinesis" }).Should().Be(Decision.ImplicitlyDenied);
        PutMetrics(role, []).Should().Be(Decision.ImplicitlyDenied);
    }

    [Theory]
    [InlineData("clicks_producer-policy", "sdk-producer")]
    [InlineData("clicks_consumer-policy", "polling")]
    public void The_policies_to_attach_are_those_of_a_producer_and_a_consumer(string policy, string role) =>
        Access.ManagedPolicy(Access.ManagedPolicies.Single(id => id.StartsWith(policy, StringComparison.Ordinal)))
            .Should().BeEquivalentTo(Access.PoliciesOf(role).Single());

    [Fact]
    public void Without_a_customer_key_no_grant_allows_KMS() =>
        Testing.SynthScope(stack => EverythingOfAStream.In(stack, Encryption.AwsKey)).Should().NotContain("\"kms:");

    [Fact]
    public void Every_action_exists_and_takes_its_resource() =>
        Access.Roles.SelectMany(Access.PoliciesOf)
            .Concat(Access.ManagedPolicies.Select(Access.ManagedPolicy))
            .Concat(new[] { StreamArn, Consumer }.SelectMany(Access.ResourcePoliciesOf))
            .SelectMany(ActionTable.Current.Complaints).Should().BeEmpty();

    private static Context AtWork(string role)
    {
        var context = ThroughKinesis;
        context["cloudwatch:namespace"] = role.EndsWith("kcl", StringComparison.Ordinal) ? "clicks-counter" : "KinesisProducerLibrary";
        return context;
    }

    private static Decision PutMetrics(string role, Context context) => Decide(role, "cloudwatch:PutMetricData", "*", context);
}
