using System.Text.Json.Nodes;
using Constructs;
using HashiCorp.Cdktf;
using Nautilus.App;
using Nautilus.Processing;
using Nautilus.Stacks;
using Nautilus.Testing.Synth;

namespace Tests.Stacks;

public sealed class StreamingEtlStackTests : StackTests
{
    private static readonly string[] HoldingData =
        ["aws_kinesis_stream", "aws_kms_key", "aws_s3_bucket", "aws_opensearch_domain", "aws_redshiftserverless_namespace", "aws_kinesisanalyticsv2_application"];

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
    public void All_that_holds_data_is_kept_everywhere_but_in_dev()
    {
        var stack = Testing.SynthWhole(new StreamingEtlStack(Testing.App(), Id, new Deployment { Environment = "prod" }, EverythingOfAPipeline.Props));

        foreach (var type in HoldingData)
            Resources(stack, type).Where(resource => !IsOfAlarmsOrLogs(resource.Key)).Should().NotBeEmpty()
                .And.OnlyContain(resource => (bool)resource.Value!["lifecycle"]!["prevent_destroy"]!, type);
        Resources(stack, "aws_s3_bucket").Should().OnlyContain(bucket => !(bool)bucket.Value!["force_destroy"]!);
    }

    [Fact]
    public void A_part_that_is_switched_off_leaves_nothing_behind()
    {
        var everything = EverythingOfAPipeline.Synthesize(new());
        everything.Should().Contain("aws_opensearch_domain").And.Contain("aws_redshiftserverless_workgroup").And.Contain("aws_internet_gateway").And.Contain("com.amazonaws.");

        var least = EverythingOfAPipeline.Synthesize(new() { Search = null, Warehouse = false, Endpoints = [], KeepRaw = false });
        foreach (var gone in new[] { "opensearch", "redshift", "aws_internet_gateway", "to-search", "to-warehouse", "staging", "DELIVERY_STREAM", "\"Interface\"", "s3_backup_mode" })
            least.Should().NotContain(gone);
    }

    [Fact]
    public void Without_code_there_is_no_Flink_and_the_stack_says_so()
    {
        Synthesize().Should().HaveOutput("flink_application", new { value = "off: no code is given" });
        Synthesize().Should().NotContain("aws_kinesisanalyticsv2_application");
    }

    [Fact]
    public void Flink_reads_by_fan_out_and_knows_where_its_results_go() => EverythingOfAPipeline.Synthesize().Should().HaveResource("aws_kinesisanalyticsv2_application.flink", new
    {
        runtime_environment = "FLINK-1_20",
        application_configuration = new
        {
            environment_properties = new
            {
                property_group = new[]
                {
                    new
                    {
                        property_group_id = "nautilus",
                        property_map = new Dictionary<string, string>
                        {
                            ["stream.arn"] = "${aws_kinesis_stream.stream.arn}", ["consumer.name"] = "flink", ["delivery.stream"] = "${aws_kinesis_firehose_delivery_stream.to-search.name}",
                        },
                    },
                },
            },
        },
    });

    [Fact]
    public void Code_of_Flink_comes_from_one_place() =>
        Rejecting(new() { FlinkJar = "a.jar", FlinkCode = FlinkCode.InS3("arn:aws:s3:::code", "a.jar") })
            .Should().Be("stack 'streaming-etl': the code of Flink must be a JAR or an object of S3, got both, 'a.jar' too");

    [Fact]
    public void The_stack_s_own_properties_of_Flink_are_the_stack_s() =>
        Rejecting(new() { FlinkJar = "a.jar", FlinkProperties = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["nautilus"] = new Dictionary<string, string>() } })
            .Should().Be("stack 'streaming-etl': the group 'nautilus' of Flink's properties must be left to the stack");

    public static TheoryData<StreamingEtlStackProps, string> Mistakes => new()
    {
        { new() { Name = "My_Pipeline" }, "Name must be 3 to 28 of a-z, 0-9 and '-', and begin with a letter, got 'My_Pipeline'" },
        { new() { Name = "a-name-of-more-than-28-letters" }, "Name must be 3 to 28 of a-z, 0-9 and '-', and begin with a letter, got 'a-name-of-more-than-28-letters'" },
        { new() { Shards = 8, MostShards = 8 }, "MostShards must be above Shards, which must be 1 at least, got 8 and 8" },
        { new() { Zones = ["a", "eu-west-1b"] }, "Zones must be of the region, us-east-1, got 'a, eu-west-1b'" },
        { new() { Window = TimeSpan.Zero }, "Window must be 1 to 900 whole seconds, got 0" },
        { new() { Window = TimeSpan.FromSeconds(1.5) }, "Window must be 1 to 900 whole seconds, got 1.5" },
        { new() { EventTypes = [] }, "EventTypes must be names of a-z, A-Z, 0-9, '_', '.' and '-', up to 64 long, or null for any, got ''" },
        { new() { EventTypes = ["click", "a b"] }, "EventTypes must be names of a-z, A-Z, 0-9, '_', '.' and '-', up to 64 long, or null for any, got 'click', 'a b'" },
        { new() { Search = null, SearchAdministrators = [EverythingOfAPipeline.Administrator] }, "SearchAdministrators must not be given without Search" },
        { new() { FlinkParallelism = 4 }, "settings of Flink must not be given without its code" },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void What_could_not_work_is_rejected(StreamingEtlStackProps props, string rule) => Rejecting(props).Should().Be($"stack 'streaming-etl': {rule}");

    private static string Rejecting(StreamingEtlStackProps props) =>
        FluentActions.Invoking(() => EverythingOfAPipeline.Synthesize(props)).Should().Throw<ArgumentException>().Which.Message;

    private static JsonObject Resources(string stack, string type) => JsonNode.Parse(stack)!["resource"]![type]!.AsObject();

    // Alarms that were told, and the log of scaling, are not the pipeline's data.
    private static bool IsOfAlarmsOrLogs(string id) => id.StartsWith("alarms_key", StringComparison.Ordinal) || id.StartsWith("stream_scaling_key", StringComparison.Ordinal);
}
