using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.KinesisStream;
using Nautilus.Access;
using Nautilus.Alarms;
using Nautilus.Dashboards;
using Nautilus.Keys;
using Nautilus.Processing;
using Nautilus.Storage;
using Nautilus.Streams;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Streams;

/// <summary>The order in which a stack calls the library changes nothing in its synthesized JSON.</summary>
public sealed class OrderOfCallsTests
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Action<Parts>[] Calls =
    [
        parts => parts.Stream.AlarmWhenInTrouble(),
        parts => parts.Stream.AlarmWhenConsumersLag(new() { LagWarning = 0.1, LagPage = 0.4 }),
        parts => parts.Stream.AddConsumer("b"),
        parts => parts.Stream.AddConsumer("a"),
        parts => parts.Stream.ScaleWithTraffic(1, 8),
        parts => parts.Stream.GrantKclWithFanOut(parts.Role, "counter"),
        parts => new Dashboard(parts.Stack, "dashboard", parts.Stream),
        parts => new AlarmTopic(parts.Stack, "alarms", new() { Emails = ["on-call@example.com"] }),
        parts => new StreamFunction(parts.Stack, "count", parts.Function),
    ];

    private static readonly Dictionary<string, Action<Parts>[]> Orders = InOrders();
    private static readonly Lazy<string> Forward = new(() => Synthesize(Calls));

    public static TheoryData<string> OtherOrders => new(Orders.Keys);

    [Theory, MemberData(nameof(OtherOrders))]
    public void Another_order_of_the_calls_gives_the_same_stack(string order) => Synthesize(Orders[order]).Should().Be(Forward.Value);

    [Fact]
    public void The_calls_have_an_effect_on_each_other() => Forward.Value.Should()
        .Contain("\"on-call@example.com\"", "the topic has its subscriber")
        .And.Contain("clicks/b-lag-page", "a consumer has alarms")
        .And.Contain("clicks-at-most-shards", "scaling has alarms")
        .And.Contain("\\n  \\\"consumers\\\": [\\n    \\\"a\\\",\\n    \\\"b\\\",\\n    \\\"counter\\\"\\n  ]",
            "scaling waits for all consumers");

    [Fact]
    public void A_default_topic_is_replaced_by_a_later_topic_of_the_stack() => Testing.SynthScope(stack =>
    {
        new DataStream(stack, "stream", OperatedStream.Clicks).AlarmWhenUnread();
        new AlarmTopic(stack, "alarms", new() { Emails = ["on-call@example.com"] });
    }).Should().HaveResource("aws_sns_topic_subscription.alarms_email-on-callexamplecom_DFE07C3B", new
    {
        topic_arn = "${aws_sns_topic.alarms.arn}", endpoint = "on-call@example.com",
    });

    [Fact]
    public void A_resource_can_depend_on_the_permissions_of_a_role_before_its_first_grant()
    {
        var synthesized = Testing.SynthScope(stack =>
        {
            var stream = new DataStream(stack, "clicks", OperatedStream.Clicks);
            var role = new ServiceRole(stack, "producer", Caller.EcsTask, stream.Location);
            new KinesisStream(stack, "later", new KinesisStreamConfig { Name = "later", DependsOn = role.Permissions });
            stream.GrantPut(role);
        });

        synthesized.Should().HaveResource("aws_kinesis_stream.later", new
        {
            depends_on = new[] { "aws_iam_role_policy_attachment.producer_attachment_CF1201EA" },
        });
        synthesized.Should().HavePolicy("aws_iam_policy.producer_policy_B551E562", new
        {
            statement = new[] { new { sid = "PutRecords", resources = new[] { "${aws_kinesis_stream.clicks.arn}" } } },
        });
    }

    private static Dictionary<string, Action<Parts>[]> InOrders()
    {
        var random = new Random(1);
        var orders = new Dictionary<string, Action<Parts>[]> { ["backward"] = [.. Calls.Reverse()] };
        for (var number = 1; number <= 10; number++)
        {
            Action<Parts>[] calls = [.. Calls];
            random.Shuffle(calls);
            orders[$"shuffle {number}"] = calls;
        }

        return orders;
    }

    private static string Synthesize(IEnumerable<Action<Parts>> calls) => Sorted(JsonNode.Parse(Testing.SynthScope(stack =>
    {
        var parts = new Parts(stack);
        foreach (var call in calls)
            call(parts);
    }))!).ToJsonString(Readable);

    // The properties of an object have no order in Terraform. Lists have.
    private static JsonNode Sorted(JsonNode node) => node switch
    {
        JsonObject properties => new JsonObject(properties.OrderBy(property => property.Key, StringComparer.Ordinal)
            .Select(property => KeyValuePair.Create(property.Key, property.Value is null ? null : Sorted(property.Value)))),
        JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : Sorted(item))]),
        _ => node.DeepClone(),
    };

    /// <summary>The constructs that the calls are about.</summary>
    private sealed class Parts
    {
        private readonly CustomerKey _key;
        private readonly DataBucket _failures;

        public Parts(TerraformStack stack)
        {
            Stack = stack;
            Stream = new DataStream(stack, "stream", OperatedStream.Clicks);
            Role = new ServiceRole(stack, "kcl", Caller.EcsTask, Stream.Location);
            _key = new CustomerKey(stack, "key", new() { Description = "Encrypts a pipeline" });
            var accessLogs = new AccessLogBucket(stack, "access-logs", preventDestroy: true);
            _failures = new DataBucket(stack, "failures", new() { Key = _key, AccessLogs = accessLogs });
        }

        public TerraformStack Stack { get; }

        public DataStream Stream { get; }

        public ServiceRole Role { get; }

        /// <summary>A function with room for exactly the shards that scaling may add.</summary>
        public StreamFunctionProps Function => new()
        {
            Name = "count", Code = FunctionCode.Aggregate, Key = _key, Source = Stream, Failures = _failures, ReservedConcurrency = 8,
        };
    }
}
