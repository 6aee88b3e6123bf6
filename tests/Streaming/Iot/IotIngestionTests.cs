using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Nautilus.Iot;
using Nautilus.Keys;
using Nautilus.Streams;
using Nautilus.Testing.Synth;
using Tests.Streaming.Streams;

namespace Tests.Streaming.Iot;

public sealed class IotIngestionTests
{
    private const string Default = "plants/+/readings";

    [Fact]
    public void A_rule_takes_messages_as_they_are_and_keeps_what_it_can_not_deliver() => Synthesize().Should().HaveResource("aws_iot_topic_rule.ingestion", new
    {
        name = "plants",
        enabled = true,
        sql = "SELECT * FROM 'plants/+/readings'",
        sql_version = "2016-03-23",
        kinesis = new[] { new { stream_name = "${aws_kinesis_stream.stream.name}", partition_key = "$${topic(2)}" } },
        error_action = new { sqs = new { queue_url = "${aws_sqs_queue.ingestion_queue_7EB6B0B4.url}", use_base64 = false } },
    });

    [Fact]
    public void A_rule_can_select_parts_of_some_messages() =>
        Synthesize(select: "*, topic(2) AS device", where: "moisture > 10 AND kind = 'leaf'").Should().HaveResource("aws_iot_topic_rule.ingestion", new
        {
            sql = "SELECT *, topic(2) AS device FROM 'plants/+/readings' WHERE moisture > 10 AND kind = 'leaf'",
        });

    [Theory]
    [InlineData("plants/+/readings", null, "$${topic(2)}")]
    [InlineData("+/readings", null, "$${topic(1)}")]
    [InlineData("plants/#", null, "$${topic(2)}")]
    [InlineData("plants", null, "$${newuuid()}")]
    [InlineData("plants/+/readings", "${deviceId}", "$${deviceId}")]
    [InlineData("plants/+/readings", "${topic(1)}-${topic(2)}", "$${topic(1)}-$${topic(2)}")]
    [InlineData("plants/#", "${topic(4)}", "$${topic(4)}")]
    [InlineData("plants/readings", "${clientid()}", "$${clientid()}")]
    public void A_partition_key_spreads_devices(string topics, string? key, string expected) =>
        ((string)JsonNode.Parse(Synthesize(topics, key))!["resource"]!["aws_iot_topic_rule"]!["ingestion"]!["kinesis"]![0]!["partition_key"]!).Should().Be(expected);

    [Theory]
    [InlineData("plants/+/readings", "all")]
    [InlineData("plants/+/readings", "${accountid()}")]
    [InlineData("plants/+/readings", "${topic(1)}")]
    [InlineData("plants/+/readings", "${topic(4)}")]
    [InlineData("plants/+/readings", "${}")]
    [InlineData("plants/+/readings", "${'all'}")]
    [InlineData("plants/+/readings", "${ accountid() }")]
    [InlineData("plants/+/readings", "${1}")]
    public void A_partition_key_that_is_the_same_for_all_is_rejected(string topics, string key) => Rejecting(topics, key).Should().Be(
        $"IoT rule 'plants': partition key must differ from message to message, as ${{topic(2)}} does, got '{key}': all would go to one hot shard");

    [Fact]
    public void A_partition_key_is_no_value_of_Terraform() =>
        FluentActions.Invoking(() => Testing.SynthScope(stack => Ingestion(stack, Default, Stream(stack).Arn))).Should().ThrowExactly<ArgumentException>()
            .WithMessage("IoT rule 'plants': partition key must be written out, since ${…} in it is IoT's and not Terraform's, got a value that Terraform fills in");

    [Fact]
    public void A_condition_is_one_or_is_not_given() =>
        FluentActions.Invoking(() => Synthesize(where: " ")).Should().ThrowExactly<ArgumentException>().WithMessage(
            "IoT rule 'plants': where must be a condition, or not be given, got nothing");

    [Fact]
    public void The_topic_is_no_partition_key_where_there_is_but_one() => Rejecting("plants", "${topic()}").Should().Be(
        "IoT rule 'plants': partition key must differ from message to message, as ${newuuid()} does, got '${topic()}': all would go to one hot shard");

    [Theory]
    [InlineData("", "topics must have 1 to 256 characters, got 0")]
    [InlineData("a/b/c/d/e/f/g/h/+", "topics must have 8 levels at most, got 9 in 'a/b/c/d/e/f/g/h/+'")]
    [InlineData("plants+/readings", "in topics, + and # must be levels of their own, got 'plants+/readings'")]
    [InlineData("plants/#/readings", "in topics, # must be the last level, got 'plants/#/readings'")]
    [InlineData("plants/'/readings", "topics must have no quotes, got plants/'/readings")]
    public void Topics_that_IoT_refuses_are_rejected(string topics, string rule) => Rejecting(topics).Should().Be($"IoT rule 'plants': {rule}");

    [Fact]
    public void All_that_is_wrong_is_told_at_once() =>
        FluentActions.Invoking(() => Testing.SynthScope(stack => new IotIngestion(stack, "ingestion", new()
        {
            Name = "iot-rule", Stream = Stream(stack), Topics = Default, Commands = "a/#/b", Select = " ", PartitionKey = "x",
        }))).Should().ThrowExactly<ArgumentException>().WithMessage(
            "IoT rule 'iot-rule': name must be 1 to 128 of a-z, A-Z, 0-9 and '_', got 'iot-rule'; in commands, # must be the last level, got 'a/#/b'; " +
            "select must name what goes into the stream, such as *, got nothing; " +
            "partition key must differ from message to message, as ${topic(2)} does, got 'x': all would go to one hot shard");

    [Theory]
    [InlineData("plants/#")]
    [InlineData("+/+/readings")]
    [InlineData("plants/readings")]
    public void Without_a_topic_of_its_own_a_device_has_no_policy(string topics) =>
        FluentActions.Invoking(() => Testing.SynthScope(stack => _ = Ingestion(stack, topics).DevicePolicy)).Should().ThrowExactly<ArgumentException>().WithMessage(
            $"IoT rule 'plants': for a device policy, one level of topics must be + and none #, so that each device has a topic of its own, got '{topics}'");

    [Fact]
    public void Commands_are_of_one_device_too() =>
        FluentActions.Invoking(() => Testing.SynthScope(stack => _ = new IotIngestion(stack, "ingestion", new()
        {
            Name = "plants", Stream = Stream(stack), Topics = Default, Commands = "plants/#",
        }).DevicePolicy)).Should().ThrowExactly<ArgumentException>().WithMessage(
            "IoT rule 'plants': for a device policy, one level of commands must be + and none #, so that each device has a topic of its own, got 'plants/#'");

    [Fact]
    public void The_queue_is_under_the_key_of_the_stream() =>
        Testing.SynthScope(stack => Ingestion(stack, Default, encryption: Encryption.CustomerKey)).Should().HaveResource("aws_sqs_queue.ingestion_queue_7EB6B0B4", new
        {
            kms_master_key_id = "${aws_kms_key.stream_key_D981BCF0.arn}",
            sqs_managed_sse_enabled = (object?)null,
            message_retention_seconds = 1_209_600,
            lifecycle = new { prevent_destroy = true },
        });

    [Fact]
    public void Alarms_tell_of_messages_that_wait_that_are_lost_and_that_were_dropped()
    {
        var alarms = OperatedStream.AlarmsOf(Testing.SynthScope(stack => Ingestion(stack, Default).AlarmWhenInTrouble()));

        alarms.Keys.Should().BeEquivalentTo("plants-undelivered", "plants-lost", "plants-unparsed", "plants-throttled");
        OperatedStream.Expression(alarms["plants-lost"]).Should().Be("SELECT SUM(ErrorActionFailure) FROM \"AWS/IoT\" WHERE RuleName = 'plants'");
        ((string)alarms["plants-undelivered"]["dimensions"]!["QueueName"]!).Should().Be("${aws_sqs_queue.ingestion_queue_7EB6B0B4.name}");
    }

    private static DataStream Stream(TerraformStack stack, Encryption? encryption = null) =>
        new(stack, $"stream{(stack.Node.TryFindChild("stream") is null ? "" : "2")}", new() { Name = "readings", Capacity = Capacity.Provisioned(1), Encryption = encryption ?? Encryption.AwsKey });

    private static IotIngestion Ingestion(
        TerraformStack stack, string topics, string? key = null, string select = "*", string? where = null, Encryption? encryption = null) =>
        new(stack, "ingestion", new()
        {
            Name = "plants", Stream = Stream(stack, encryption), Topics = topics, PartitionKey = key, Select = select, Where = where,
        });

    private static string Synthesize(string topics = Default, string? key = null, string select = "*", string? where = null) =>
        Testing.SynthScope(stack => Ingestion(stack, topics, key, select, where));

    private static string Rejecting(string topics, string? key = null) =>
        FluentActions.Invoking(() => Synthesize(topics, key)).Should().ThrowExactly<ArgumentException>().Which.Message;
}
