using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Nautilus.Foundations;
using Nautilus.Streams;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Streams;

public sealed class DataStreamTests
{
    private static readonly DataStreamProps Clicks = new() { Name = "clicks", Capacity = Capacity.Provisioned(2) };

    [Fact]
    public void A_stream_is_encrypted_and_protected_and_keeps_records_for_a_day() =>
        Synthesize(Clicks).Should().HaveResource("aws_kinesis_stream.stream", new
        {
            name = "clicks",
            stream_mode_details = new { stream_mode = "PROVISIONED" },
            shard_count = 2,
            retention_period = 24,
            encryption_type = "KMS",
            kms_key_id = "alias/aws/kinesis",
            lifecycle = new { prevent_destroy = true },
            tags = (object?)null,
        });

    [Fact]
    public void An_on_demand_stream_has_no_number_of_shards() =>
        Synthesize(Clicks with { Capacity = Capacity.OnDemand }).Should().HaveResource("aws_kinesis_stream.stream", new
        {
            stream_mode_details = new { stream_mode = "ON_DEMAND" },
            shard_count = (object?)null,
        });

    [Fact]
    public void A_key_of_another_region_is_rejected() => Rejected.AtOnce(() => Synthesize(Clicks with
    {
        Encryption = Encryption.GivenKey("arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"),
    })).Should().Be("stream 'clicks': key must be in us-east-1, the region of the stack, "
        + "got 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'");

    [Fact]
    public void Tags_of_the_stream_are_its_own() =>
        Synthesize(Clicks with { Tags = new Dictionary<string, string> { ["Owner"] = "web" } })
            .Should().HaveResource("aws_kinesis_stream.stream", new { tags = new { Owner = "web" } });

    [Fact]
    public void A_name_that_Terraform_fills_in_later_is_let_through() =>
        Synthesize(Clicks with { Name = "${var.name}" }).Should().HaveResource("aws_kinesis_stream.stream", new { name = "${var.name}" });

    [Fact]
    public void A_customer_key_has_rotation_and_protection_and_the_longest_deletion_window()
    {
        var synthesized = Synthesize(Clicks with { Encryption = Encryption.CustomerKey });

        synthesized.Should().HaveResource("aws_kms_key.stream_key_D981BCF0", new
        {
            enable_key_rotation = true,
            deletion_window_in_days = 30,
            lifecycle = new { prevent_destroy = true },
        });
        synthesized.Should().HaveResource("aws_kinesis_stream.stream", new { kms_key_id = "${aws_kms_key.stream_key_D981BCF0.arn}" });
    }

    [Fact]
    public void Adoption_and_moves_are_blocks_of_Terraform()
    {
        Testing.SynthScope(stack => new DataStream(stack, "clicks", Clicks).AdoptExisting())
            .Should().HaveBlock("import", new { to = "aws_kinesis_stream.clicks", id = "clicks" });
        Testing.SynthScope(stack => new DataStream(stack, "clicks", Clicks).MovedFrom("aws_kinesis_stream.old"))
            .Should().HaveBlock("moved", new { from = "aws_kinesis_stream.old", to = "aws_kinesis_stream.clicks" });
    }

    [Fact]
    public void A_key_can_be_moved() => Testing.SynthScope(stack =>
    {
        var stream = new DataStream(stack, "events", Clicks with { Encryption = Encryption.CustomerKey });
        stream.KeyMovedFrom("aws_kms_key.clicks_key_036FA1D7");
    }).Should().HaveBlock("moved", new { from = "aws_kms_key.clicks_key_036FA1D7" });

    [Fact]
    public void A_stack_can_forget_resources_and_keep_them_in_AWS() =>
        JsonNode.Parse(Testing.SynthScope(stack =>
        {
            stack.Forget("aws_kinesis_stream.clicks");
            stack.Forget("aws_kms_key.clicks");
        }))!["removed"]!.ToJsonString().Should().Be(
            """[{"from":"aws_kinesis_stream.clicks","lifecycle":{"destroy":false}},"""
            + """{"from":"aws_kms_key.clicks","lifecycle":{"destroy":false}}]""");

    [Fact]
    public void A_key_that_is_not_the_streams_own_has_not_moved() =>
        Rejecting(stream => stream.KeyMovedFrom("aws_kms_key.old")).Should().Be(
            "stream 'clicks': it must have its own key to move, got none; set Encryption to CustomerKey");

    [Fact]
    public void A_consumer_name_that_Kinesis_refuses_is_rejected() =>
        Rejecting(stream => stream.AddConsumer("my consumer")).Should().Be(
            "consumer 'my consumer': name must be 1 to 128 of a-z, A-Z, 0-9, '_', '.' and '-', got 'my consumer'");

    [Fact]
    public void A_consumer_that_is_registered_twice_is_rejected() => Rejecting(stream =>
    {
        stream.AddConsumer("analytics");
        stream.AddConsumer("analytics");
    }).Should().Be("consumer 'analytics': stream 'clicks' must have each consumer once, got it twice");

    private static string Synthesize(DataStreamProps props) => Testing.SynthScope(stack => new DataStream(stack, "stream", props));

    private static string Rejecting(Action<DataStream> use) =>
        Rejected.AtOnce(() => Testing.SynthScope(stack => use(new DataStream(stack, "stream", Clicks))));
}
