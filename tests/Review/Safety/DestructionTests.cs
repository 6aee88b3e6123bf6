using System.Text.Json.Nodes;
using Nautilus.Review.Safety;
using static Tests.Review.Safety.SafetyCase;

namespace Tests.Review.Safety;

public sealed class DestructionTests
{
    private static readonly JsonNode Block = JsonNode.Parse("""{ "name": "clicks", "shard_count": 1, "retention_period": 48 }""")!;

    [Fact]
    public void A_stream_that_is_gone_is_destroyed() => PlanSafety.Dangers(Stack("{}"), State(Stream("aws_kinesis_stream.clicks"))).Should().ContainSingle().Which.ToString().Should().Be("""
        aws_kinesis_stream.clicks
          stream 'clicks' is no longer in the configuration: destroyed
          Why: All its records, 48 hours of them, are lost. prevent_destroy went with its block and protects nothing.
          Instead:
            1. Put it back if anyone still writes to it or reads from it.
            2. To let it live outside of this stack: "removed": [{ "from": "aws_kinesis_stream.clicks", "lifecycle": { "destroy": false } }]
            3. To destroy it: stop its producers, and wait until GetRecords.IteratorAgeMilliseconds (StreamName=clicks) stays 0 for all its consumers.
            4. Fan-out consumers make the destruction fail; see that there are none: aws kinesis list-stream-consumers --stream-arn arn:aws:kinesis:us-east-1:123456789012:stream/clicks
        """);

    [Fact]
    public void An_address_that_changed_needs_a_moved_block() =>
        PlanSafety.Dangers(Stack(Resource("aws_kinesis_stream", "events_clicks", Block)), State(Stream("aws_kinesis_stream.clicks"))).Should().ContainSingle().Which.ToString().Should().Be("""
            aws_kinesis_stream.clicks
              stream 'clicks' is now aws_kinesis_stream.events_clicks: destroyed, and created anew
              Why: Its address changed and no moved block says so, so Terraform takes it for another one; prevent_destroy at the new address does not protect the old.
              Instead:
                1. Say that it moved: "moved": [{ "from": "aws_kinesis_stream.clicks", "to": "aws_kinesis_stream.events_clicks" }]
                2. In C#: MovedFrom("aws_kinesis_stream.clicks") on the construct.
                3. Synth, and check again; the block can go after the next deploy.
            """);

    [Theory]
    [InlineData("aws_kinesis_stream.clicks", """{ "moved": [{ "from": "aws_kinesis_stream.clicks", "to": "aws_kinesis_stream.new" }] }""")]
    [InlineData("aws_kinesis_stream.clicks", """{ "moved": [{ "from": "aws_kinesis_stream.between", "to": "aws_kinesis_stream.new" }, { "from": "aws_kinesis_stream.clicks", "to": "aws_kinesis_stream.between" }] }""")]
    [InlineData("module.old.aws_kinesis_stream.clicks", """{ "moved": [{ "from": "module.old.aws_kinesis_stream.clicks", "to": "aws_kinesis_stream.new" }] }""")]
    [InlineData("aws_kinesis_stream.clicks[0]", """{ "moved": { "from": "aws_kinesis_stream.clicks", "to": "aws_kinesis_stream.new" } }""")]
    public void A_moved_stream_lives_on(string address, string moved) =>
        PlanSafety.Dangers(Stack(Resource("aws_kinesis_stream", "new", Block), moved), State(Stream(address))).Should().BeEmpty();

    [Fact]
    public void A_moved_stream_is_compared_too() =>
        PlanSafety.Dangers(
            Stack(Resource("aws_kinesis_stream", "new", Block), """{ "moved": [{ "from": "aws_kinesis_stream.clicks", "to": "aws_kinesis_stream.new" }] }"""),
            State(Stream("aws_kinesis_stream.clicks", """{ "shard_count": 4 }"""))).Should().ContainSingle().Which.What.Should().Be("stream 'clicks': 4 shards become 1, less than half");

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
        PlanSafety.Dangers(Stack(Resource("aws_kinesis_stream", "clicks", JsonNode.Parse(block)!)), State(Stream(address, """{ "name": "c", "retention_period": 24 }"""))).Should().HaveCount(dangers);

    [Theory]
    [InlineData("""{ "module": { "events": { "source": "./events" } } }""", 0)]
    [InlineData("{}", 1)]
    public void A_stream_of_a_module_lives_as_long_as_the_module_is_called(string others, int dangers) => PlanSafety.Dangers(Stack("{}", others), JsonNode.Parse($$"""
        { "values": { "root_module": { "child_modules": [{ "address": "module.events", "resources": [{{Stream("module.events.aws_kinesis_stream.clicks").ToJsonString()}}] }] } } }
        """)!).Should().HaveCount(dangers);

    [Fact]
    public void A_fan_out_consumer_that_is_renamed_is_registered_anew()
    {
        var consumer = Existing("aws_kinesis_stream_consumer.fast", JsonNode.Parse($$"""{ "name": "fast", "arn": "{{Arn}}/consumer/fast:1" }""")!);
        PlanSafety.Dangers(Stack(Resource("aws_kinesis_stream_consumer", "fast", JsonNode.Parse("""{ "name": "faster" }""")!)), State(consumer)).Should().ContainSingle().Which.ToString().Should().Be("""
            aws_kinesis_stream_consumer.fast
              fan-out consumer 'fast' is renamed to 'faster': deregistered, and registered anew
              Why: Whoever subscribes with its ARN fails at once; the new one has another ARN.
              Instead:
                1. Keep the name 'fast' if the new one is only nicer.
                2. Else add the consumer 'faster' beside it and deploy, move the readers to its ARN, then remove 'fast' in an apply of its own.
            """);
    }

    [Fact]
    public void A_fan_out_consumer_that_is_gone_is_deregistered()
    {
        var consumer = Existing("aws_kinesis_stream_consumer.fast", JsonNode.Parse($$"""{ "name": "fast", "arn": "{{Arn}}/consumer/fast:1" }""")!);
        PlanSafety.Dangers(Stack("{}"), State(consumer)).Should().ContainSingle().Which.ToString().Should().Be("""
            aws_kinesis_stream_consumer.fast
              fan-out consumer 'fast' is no longer in the configuration: deregistered
              Why: Whoever subscribes with its ARN fails at once; registered again it has another ARN.
              Instead:
                1. Stop what reads as 'fast', or move it to another consumer or to GetRecords, and let it catch up first.
                2. Look for its ARN in policies and settings: arn:aws:kinesis:us-east-1:123456789012:stream/clicks/consumer/fast:1
                3. Remove it in an apply of its own.
            """);
    }

    [Fact]
    public void A_key_that_is_gone_takes_the_records_under_it() =>
        PlanSafety.Dangers(Stack(Resource("aws_kinesis_stream", "clicks", JsonNode.Parse("""{ "name": "clicks", "retention_period": 720, "encryption_type": "KMS", "kms_key_id": "${var.key}" }""")!)),
            State(
                Existing("aws_kms_key.own", JsonNode.Parse($$"""{ "key_id": "1234", "arn": "{{KeyArn}}", "deletion_window_in_days": 7 }""")!),
                Stream("aws_kinesis_stream.clicks", $$"""{ "retention_period": 720, "encryption_type": "KMS", "kms_key_id": "{{KeyArn}}" }"""))).Should().ContainSingle().Which.ToString().Should().Be("""
            aws_kms_key.own
              KMS key 1234 is no longer in the configuration: unusable at once, deleted after 7 days
              Why: It encrypts 'clicks': writes fail and records can't be read from then on. They are kept for 720 hours, longer than the 168 in which the deletion can be cancelled.
              Instead:
                1. Put the key back. Give 'clicks' another key first, and keep this one for 720 hours after that: the longest retention.
                2. Then remove the key in an apply of its own.
                3. When it has happened already: aws kms cancel-key-deletion --key-id 1234, then aws kms enable-key --key-id 1234, within 7 days.
            """);

    [Fact]
    public void A_key_that_no_stream_uses_now_may_still_be_needed() =>
        PlanSafety.Dangers(Stack("{}"), State(Existing("aws_kms_key.own", JsonNode.Parse("""{ "key_id": "1234" }""")!))).Should().ContainSingle().Which.Why.Should().Be(
            "Nothing that was encrypted with it can be read from then on, records under it in streams that have another key by now included.");

    [Theory]
    [InlineData("""{ "format_version": "1.0" }""")]
    [InlineData("""{ "format_version": "1.0", "values": { "root_module": {} } }""")]
    [InlineData("""{ "format_version": "1.0", "values": { "root_module": { "resources": [{ "address": "data.aws_kinesis_stream.clicks", "mode": "data", "type": "aws_kinesis_stream", "values": { "name": "clicks" } }] } } }""")]
    [InlineData("""{ "format_version": "1.0", "values": { "root_module": { "resources": [{ "address": "aws_sns_topic.q", "mode": "managed", "type": "aws_sns_topic", "values": {} }] } } }""")]
    public void A_state_without_streams_is_in_no_danger(string state) => PlanSafety.Dangers(Stack("{}"), JsonNode.Parse(state)!).Should().BeEmpty();
}
