using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Nautilus.Streams;
using Nautilus.Testing.Synth;
using static Tests.Streaming.Streams.OperatedStream;

namespace Tests.Streaming.Scaling;

public sealed class StreamScalingTests
{
    [Fact]
    public void Terraform_ignores_the_number_of_shards_only_if_the_stream_is_scaled()
    {
        Synthesize(stream => stream.ScaleWithTraffic(1, 8)).Should().HaveResource("aws_kinesis_stream.stream", new
        {
            shard_count = 2,
            lifecycle = new { prevent_destroy = true, ignore_changes = new[] { "shard_count" } },
        });
        Synthesize(_ => { }).Should().HaveResource("aws_kinesis_stream.stream", new { lifecycle = new { ignore_changes = (object?)null } });
    }

    [Fact]
    public void A_schedule_gives_the_workflow_its_stream_bounds_and_consumers()
    {
        var synthesized = Synthesize(stream =>
        {
            stream.ScaleWithTraffic(1, 8);
            stream.AddConsumer("search");
            stream.AddConsumer("analytics");
        });
        var schedule = JsonNode.Parse(synthesized)!["resource"]!["aws_scheduler_schedule"]!["stream_scaling_schedule_4BE75880"]!;

        ((string)schedule["schedule_expression"]!).Should().Be("rate(1 minute)");
        JsonNode.DeepEquals(JsonNode.Parse((string)schedule["target"]!["input"]!), JsonNode.Parse(
            """
            {
              "stream": "clicks", "min": 1, "max": 8, "target": 0.7, "up": 0.8, "dryRun": false, "consumers": ["analytics", "search"]
            }
            """)).Should().BeTrue();
    }

    [Fact]
    public void The_workflow_is_an_express_workflow_with_traces_and_an_encrypted_log()
    {
        var synthesized = Synthesize(stream => stream.ScaleWithTraffic(1, 8));

        synthesized.Should().HaveResource("aws_sfn_state_machine.stream_scaling_9EEA5790", new
        {
            type = "EXPRESS",
            logging_configuration = new
            {
                level = "ALL",
                include_execution_data = true,
                log_destination = "${aws_cloudwatch_log_group.stream_scaling_log_37AC6554.arn}:*",
            },
            tracing_configuration = new { enabled = true },
        });
        synthesized.Should().HaveResource("aws_cloudwatch_log_group.stream_scaling_log_37AC6554", new
        {
            name = "/aws/vendedlogs/states/clicks-scaling",
            retention_in_days = 365,
            kms_key_id = "${aws_kms_key.stream_scaling_key_4ACBD6E0.arn}",
        });
    }

    [Fact]
    public void A_stream_name_that_Step_Functions_rejects_is_adapted()
    {
        NameFor("clicks.v2").Should().MatchRegex("^clicks-v2-scaling-[0-9a-f]{8}$").And.NotBe(NameFor("clicks-v2"));
        NameFor(new string('a', 128)).Should().HaveLength(64);

        static string NameFor(string name)
        {
            var stack = JsonNode.Parse(Synthesize(stream => stream.ScaleWithTraffic(1, 8), Clicks with { Name = name }))!;
            return (string)stack["resource"]!["aws_sfn_state_machine"]!["stream_scaling_9EEA5790"]!["name"]!;
        }
    }

    [Theory]
    [InlineData(0, 8, "scaling must be from fewer to more shards, between 1 and 10000, got 0 to 8; "
        + "the shards at the beginning must be 0 to 8, got 20")]
    [InlineData(8, 8, "scaling must be from fewer to more shards, between 1 and 10000, got 8 to 8; "
        + "the shards at the beginning must be 8 to 8, got 20")]
    [InlineData(1, 10_001, "scaling must be from fewer to more shards, between 1 and 10000, got 1 to 10001")]
    [InlineData(1, 8, "the shards at the beginning must be 1 to 8, got 20")]
    public void Impossible_bounds_are_rejected(int min, int max, string message) =>
        Rejecting(stream => stream.ScaleWithTraffic(min, max), Clicks with { Capacity = Capacity.Provisioned(20) })
            .Should().Be($"stream 'clicks': {message}");

    [Fact]
    public void An_on_demand_stream_is_scaled_by_AWS_only() =>
        Rejecting(stream => stream.ScaleWithTraffic(1, 8), Clicks with { Capacity = Capacity.OnDemand }).Should().Be(
            "stream 'clicks': it must be provisioned to be scaled with its traffic, because AWS scales one on demand itself; "
            + "got one on demand");

    [Fact]
    public void A_stream_is_scaled_once() =>
        Rejecting(stream =>
        {
            stream.ScaleWithTraffic(1, 8);
            stream.ScaleWithTraffic(1, 16);
        }).Should().Be("stream 'clicks': it must be scaled with its traffic once, got it twice");

    [Fact]
    public void A_stream_that_another_stack_manages_is_not_scaled() =>
        Rejecting(stream => DataStream.FromName(TerraformStack.Of(stream), "legacy", "legacy").ScaleWithTraffic(1, 8)).Should().Be(
            "stream 'legacy': only a stream that this stack manages can be scaled, got one that another stack manages");
}
