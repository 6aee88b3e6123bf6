using System.Text.Json.Nodes;
using Constructs;
using HashiCorp.Cdktf;
using Nautilus.App;
using Nautilus.Processing;
using Nautilus.Stacks;
using Nautilus.Testing.Synth;
using Tests.Streaming;

namespace Tests.Stacks;

public sealed class StreamingEtlStackTests : StackTests
{
    private static readonly string[] HoldingData =
    [
        "aws_kinesis_stream", "aws_kms_key", "aws_s3_bucket", "aws_opensearch_domain", "aws_redshiftserverless_namespace",
        "aws_kinesisanalyticsv2_application",
    ];

    protected override string Id => "streaming-etl";

    protected override TerraformStack Compose(Construct app, Deployment deployment) => new StreamingEtlStack(app, Id, deployment);

    [Fact]
    public void Begins_with_one_shard_and_a_week_of_retention() => Synthesize().Should().HaveResource("aws_kinesis_stream.stream", new
    {
        name = "streaming-etl",
        shard_count = 1,
        retention_period = 168,
    });

    [Fact]
    public void All_data_is_protected_everywhere_but_in_dev()
    {
        var production = new Deployment { Environment = "prod" };
        var stack = Testing.SynthWhole(app => new StreamingEtlStack(app, Id, production, EverythingOfAPipeline.Props));

        foreach (var type in HoldingData)
            Resources(stack, type).Where(resource => !IsOfAlarmsOrLogs(resource.Key)).Should().NotBeEmpty()
                .And.OnlyContain(resource => (bool)resource.Value!["lifecycle"]!["prevent_destroy"]!, type);
        Resources(stack, "aws_s3_bucket").Should().OnlyContain(bucket => !(bool)bucket.Value!["force_destroy"]!);
    }

    [Fact]
    public void A_part_that_is_off_has_no_resources()
    {
        string[] optional =
        [
            "opensearch", "redshift", "aws_internet_gateway", "to-search", "to-warehouse", "staging", "DELIVERY_STREAM", "\"Interface\"",
            "s3_backup_mode",
        ];

        EverythingOfAPipeline.Synthesize(new()).Should().ContainAll(optional);
        EverythingOfAPipeline.Synthesize(new() { Search = null, Warehouse = false, Endpoints = [], KeepRaw = false })
            .Should().NotContainAny(optional);
    }

    [Fact]
    public void Without_code_the_stack_has_no_Flink_application_and_says_so()
    {
        Synthesize().Should().HaveOutput("flink_application", new { value = "off: no code is given" });
        Synthesize().Should().NotContain("aws_kinesisanalyticsv2_application");
    }

    [Fact]
    public void Flink_gets_its_stream_its_consumer_and_the_destination_of_its_results()
    {
        var properties = new Dictionary<string, string>
        {
            ["stream.arn"] = "${aws_kinesis_stream.stream.arn}",
            ["consumer.name"] = "flink",
            ["delivery.stream"] = "${aws_kinesis_firehose_delivery_stream.to-search.name}",
        };

        EverythingOfAPipeline.Synthesize().Should().HaveResource("aws_kinesisanalyticsv2_application.flink", new
        {
            runtime_environment = "FLINK-1_20",
            application_configuration = new
            {
                environment_properties = new
                {
                    property_group = new[] { new { property_group_id = "nautilus", property_map = properties } },
                },
            },
        });
    }

    [Fact]
    public void Code_of_Flink_comes_from_one_place() =>
        Rejecting(new() { FlinkJar = "a.jar", FlinkCode = FlinkCode.InS3("arn:aws:s3:::code", "a.jar") })
            .Should().Be("stack 'streaming-etl': Flink's code must be a JAR or an object of S3, got both, 'a.jar' too");

    [Fact]
    public void The_properties_that_the_stack_gives_to_Flink_can_not_be_replaced()
    {
        var properties = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["nautilus"] = new Dictionary<string, string>() };

        Rejecting(new() { FlinkJar = "a.jar", FlinkProperties = properties }).Should().Be(
            "stack 'streaming-etl': FlinkProperties must not have the group 'nautilus', which the stack sets");
    }

    public static TheoryData<StreamingEtlStackProps, string> Mistakes => new()
    {
        { new() { Name = "My_Pipeline" }, "Name must be 3 to 28 of a-z, 0-9 and '-', and begin with a letter, got 'My_Pipeline'" },
        {
            new() { Name = "a-name-of-more-than-28-letters" },
            "Name must be 3 to 28 of a-z, 0-9 and '-', and begin with a letter, got 'a-name-of-more-than-28-letters'"
        },
        { new() { Shards = 8, MostShards = 8 }, "MostShards must be above Shards, which must be 1 or more, got 8 and 8" },
        { new() { Zones = ["a", "eu-west-1b"] }, "Zones must be of the region, us-east-1, got 'a, eu-west-1b'" },
        { new() { Window = TimeSpan.Zero }, "Window must be 1 to 900 seconds, got 0" },
        { new() { Window = TimeSpan.FromSeconds(1.5) }, "Window must be whole seconds, got 00:00:01.5000000" },
        {
            new() { EventTypes = [] },
            "EventTypes must be names of a-z, A-Z, 0-9, '_', '.' and '-', up to 64 long, or null for any, got ''"
        },
        {
            new() { EventTypes = ["click", "a b"] },
            "EventTypes must be names of a-z, A-Z, 0-9, '_', '.' and '-', up to 64 long, or null for any, got 'click', 'a b'"
        },
        {
            new() { Search = null, SearchAdministrators = [EverythingOfAPipeline.Administrator] },
            "SearchAdministrators must not be given without Search"
        },
        { new() { FlinkParallelism = 4 }, "Flink's settings must not be given without its code" },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void Impossible_properties_are_rejected(StreamingEtlStackProps props, string rule) =>
        Rejecting(props).Should().Be($"stack 'streaming-etl': {rule}");

    private static string Rejecting(StreamingEtlStackProps props) => Rejected.AtOnce(() => EverythingOfAPipeline.Synthesize(props));

    private static JsonObject Resources(string stack, string type) => JsonNode.Parse(stack)!["resource"]![type]!.AsObject();

    // Notifications of alarms and the log of scaling are not the data of the pipeline.
    private static bool IsOfAlarmsOrLogs(string id) =>
        id.StartsWith("alarms_key", StringComparison.Ordinal) || id.StartsWith("stream_scaling_key", StringComparison.Ordinal);
}
