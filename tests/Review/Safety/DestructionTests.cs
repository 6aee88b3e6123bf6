using System.Text.Json.Nodes;
using Nautilus.Review.Safety;
using static Tests.Review.Safety.SafetyCase;

namespace Tests.Review.Safety;

public sealed class DestructionTests
{
    private const string Moved = """{ "from": "aws_kinesis_stream.clicks", "to": "aws_kinesis_stream.new" }""";

    private const string MovedTwice = """
        [
          { "from": "aws_kinesis_stream.between", "to": "aws_kinesis_stream.new" },
          { "from": "aws_kinesis_stream.clicks", "to": "aws_kinesis_stream.between" }
        ]
        """;

    private const string MovedOutOfModule = """[{ "from": "module.old.aws_kinesis_stream.clicks", "to": "aws_kinesis_stream.new" }]""";

    private static readonly JsonNode Block = JsonNode.Parse("""{ "name": "clicks", "shard_count": 1, "retention_period": 48 }""")!;

    private static readonly JsonObject Consumer = Existing(
        "aws_kinesis_stream_consumer.fast", JsonNode.Parse($$"""{ "name": "fast", "arn": "{{Arn}}/consumer/fast:1" }""")!);

    [Fact]
    public void A_stream_that_is_gone_is_destroyed() =>
        Only(Stack("{}"), Stream("aws_kinesis_stream.clicks")).ToString().Should().Be(Printed(
            "aws_kinesis_stream.clicks",
            "stream 'clicks' is no longer in the configuration: destroyed",
            "All its records, 48 hours of them, are lost. prevent_destroy was removed with the resource and protects nothing.",
            "Put the stream back if it still has producers or consumers.",
            """To keep it outside of this stack: "removed": [{ "from": "aws_kinesis_stream.clicks", "lifecycle": { "destroy": false } }]""",
            "To destroy it: stop its producers, and wait until GetRecords.IteratorAgeMilliseconds (StreamName=clicks) " +
                "stays 0 for all its consumers.",
            "With fan-out consumers the destruction fails. " +
                $"Check that there are none: aws kinesis list-stream-consumers --stream-arn {Arn}"));

    [Fact]
    public void An_address_that_changed_needs_a_moved_block() =>
        Only(Stack(Resource("aws_kinesis_stream", "events_clicks", Block)), Stream("aws_kinesis_stream.clicks"))
            .ToString().Should().Be(Printed(
                "aws_kinesis_stream.clicks",
                "stream 'clicks' is now aws_kinesis_stream.events_clicks: destroyed, and created anew",
                "Its address changed without a moved block, so Terraform destroys the old resource and creates another one. " +
                    "prevent_destroy at the new address does not protect the old one.",
                """Add a moved block: "moved": [{ "from": "aws_kinesis_stream.clicks", "to": "aws_kinesis_stream.events_clicks" }]""",
                """In C#: MovedFrom("aws_kinesis_stream.clicks") on the construct, """ +
                    "or MoveFromId with that address on the CDKTF resource.",
                "Synth, and check again. You can remove the block after the next deploy."));

    [Theory]
    [InlineData("aws_kinesis_stream.clicks", $"[{Moved}]")]
    [InlineData("aws_kinesis_stream.clicks", MovedTwice)]
    [InlineData("module.old.aws_kinesis_stream.clicks", MovedOutOfModule)]
    [InlineData("aws_kinesis_stream.clicks[0]", Moved)]
    public void A_moved_stream_lives_on(string address, string moved) =>
        PlanSafety.Dangers(Stack(Resource("aws_kinesis_stream", "new", Block), $$"""{ "moved": {{moved}} }"""), State(Stream(address)))
            .Should().BeEmpty();

    [Fact]
    public void A_moved_stream_is_compared_too() =>
        Only(
            Stack(Resource("aws_kinesis_stream", "new", Block), $$"""{ "moved": [{{Moved}}] }"""),
            Stream("aws_kinesis_stream.clicks", """{ "shard_count": 4 }"""))
            .What.Should().Be("stream 'clicks': 4 shards become 1, less than half");

    [Theory]
    [InlineData("""{ "removed": [{ "from": "aws_kinesis_stream.clicks", "lifecycle": { "destroy": false } }] }""", 0)]
    [InlineData("""{ "removed": [{ "from": "aws_kinesis_stream.clicks", "lifecycle": [{ "destroy": false }] }] }""", 0)]
    [InlineData("""{ "removed": [{ "from": "aws_kinesis_stream.clicks", "lifecycle": { "destroy": true } }] }""", 1)]
    [InlineData("""{ "removed": [{ "from": "aws_kinesis_stream.click", "lifecycle": { "destroy": false } }] }""", 1)]
    public void A_removed_block_decides_whether_a_stream_is_destroyed(string removed, int dangers) =>
        PlanSafety.Dangers(Stack("{}", removed), State(Stream("aws_kinesis_stream.clicks"))).Should().HaveCount(dangers);

    [Theory]
    [InlineData("aws_kinesis_stream.clicks[1]", """{ "name": "c", "count": 2 }""", 0)]
    [InlineData("aws_kinesis_stream.clicks[2]", """{ "name": "c", "count": 2 }""", 1)]
    [InlineData("aws_kinesis_stream.clicks[2]", """{ "name": "c", "count": "${var.streams}" }""", 0)]
    [InlineData("aws_kinesis_stream.clicks[0]", """{ "name": "c" }""", 0)]
    [InlineData("aws_kinesis_stream.clicks[\"eu\"]", """{ "name": "c", "for_each": { "us": 1 } }""", 1)]
    [InlineData("aws_kinesis_stream.clicks[\"eu\"]", """{ "name": "c", "for_each": "${toset([\"us\"])}" }""", 0)]
    public void An_instance_lives_as_long_as_its_block_asks_for_it(string address, string block, int dangers) =>
        PlanSafety.Dangers(
            Stack(Resource("aws_kinesis_stream", "clicks", JsonNode.Parse(block)!)),
            State(Stream(address, """{ "name": "c", "retention_period": 24 }"""))).Should().HaveCount(dangers);

    [Theory]
    [InlineData("""{ "module": { "events": { "source": "./events" } } }""", 0)]
    [InlineData("{}", 1)]
    public void A_stream_of_a_module_lives_as_long_as_the_module_is_called(string others, int dangers)
    {
        var stream = Stream("module.events.aws_kinesis_stream.clicks").ToJsonString();
        PlanSafety.Dangers(Stack("{}", others), JsonNode.Parse($$"""
            { "values": { "root_module": { "child_modules": [{ "address": "module.events", "resources": [{{stream}}] }] } } }
            """)!).Should().HaveCount(dangers);
    }

    [Fact]
    public void A_fan_out_consumer_that_is_renamed_is_registered_anew() =>
        Only(Stack(Resource("aws_kinesis_stream_consumer", "fast", new JsonObject { ["name"] = "faster" })), Consumer.DeepClone())
            .ToString().Should().Be(Printed(
                "aws_kinesis_stream_consumer.fast",
                "fan-out consumer 'fast' is renamed to 'faster': deregistered, and registered anew",
                "The new consumer has another ARN. Readers that subscribe with the old ARN fail at once.",
                "Keep the name 'fast' unless you need another one.",
                "Otherwise add the consumer 'faster' beside it, deploy, and move the readers to the new ARN. Then remove 'fast' in a " +
                    "separate apply."));

    [Fact]
    public void A_fan_out_consumer_that_is_gone_is_deregistered() =>
        Only(Stack("{}"), Consumer.DeepClone()).ToString().Should().Be(Printed(
            "aws_kinesis_stream_consumer.fast",
            "fan-out consumer 'fast' is no longer in the configuration: deregistered",
            "Readers that subscribe with its ARN fail at once. A new registration has another ARN.",
            "Stop the readers of 'fast', or move them to another consumer or to GetRecords. Let them catch up first.",
            $"Look for its ARN in policies and settings: {Arn}/consumer/fast:1",
            "Remove it in a separate apply."));

    [Theory]
    [InlineData("""{ "format_version": "1.0" }""")]
    [InlineData("""{ "format_version": "1.0", "values": { "root_module": {} } }""")]
    [InlineData("""
        { "format_version": "1.0", "values": { "root_module": { "resources": [
          { "address": "data.aws_kinesis_stream.clicks", "mode": "data", "type": "aws_kinesis_stream", "values": { "name": "clicks" } }
        ] } } }
        """)]
    [InlineData("""
        { "format_version": "1.0", "values": { "root_module": { "resources": [
          { "address": "aws_sns_topic.q", "mode": "managed", "type": "aws_sns_topic", "values": {} }
        ] } } }
        """)]
    public void A_state_without_streams_is_in_no_danger(string state) =>
        PlanSafety.Dangers(Stack("{}"), JsonNode.Parse(state)!).Should().BeEmpty();
}
