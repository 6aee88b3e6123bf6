using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Nautilus.Streams;
using Nautilus.Testing.Synth;
using Tests.Streaming.Streams;

namespace Tests.Streaming.Iot;

public sealed class IotIngestionTests
{
    private const string Rule = "aws_iot_topic_rule.ingestion";

    [Fact]
    public void A_rule_writes_messages_as_they_are_and_keeps_undelivered_messages() => Plants.Synthesize().Should().HaveResource(Rule, new
    {
        name = "plants",
        enabled = true,
        sql = "SELECT * FROM 'plants/+/readings'",
        sql_version = "2016-03-23",
        kinesis = new[] { new { stream_name = "${aws_kinesis_stream.stream.name}", partition_key = "$${topic(2)}" } },
        error_action = new { sqs = new { queue_url = "${aws_sqs_queue.ingestion_queue_7EB6B0B4.url}", use_base64 = false } },
    });

    [Fact]
    public void A_rule_can_select_parts_of_some_messages()
    {
        var stack = Plants.Synthesize(props => props with { Select = "*, topic(2) AS device", Where = "moisture > 10 AND kind = 'leaf'" });

        stack.Should().HaveResource(Rule, new
        {
            sql = "SELECT *, topic(2) AS device FROM 'plants/+/readings' WHERE moisture > 10 AND kind = 'leaf'",
        });
    }

    [Theory]
    [InlineData("plants/+/readings", null, "$${topic(2)}")]
    [InlineData("+/readings", null, "$${topic(1)}")]
    [InlineData("plants/#", null, "$${topic(2)}")]
    [InlineData("plants", null, "$${newuuid()}")]
    [InlineData("plants/+/readings", "${deviceId}", "$${deviceId}")]
    [InlineData("plants/+/readings", "${topic(1)}-${topic(2)}", "$${topic(1)}-$${topic(2)}")]
    [InlineData("plants/#", "${topic(4)}", "$${topic(4)}")]
    [InlineData("plants/readings", "${clientid()}", "$${clientid()}")]
    public void A_partition_key_spreads_devices(string topics, string? key, string expected)
    {
        var stack = JsonNode.Parse(Plants.Synthesize(props => props with { Topics = topics, PartitionKey = key }))!;

        ((string)stack["resource"]!["aws_iot_topic_rule"]!["ingestion"]!["kinesis"]![0]!["partition_key"]!).Should().Be(expected);
    }

    [Fact]
    public void The_queue_is_encrypted_with_the_key_of_the_stream() =>
        Testing.SynthScope(stack => Plants.Ingestion(stack, encryption: Encryption.CustomerKey))
            .Should().HaveResource("aws_sqs_queue.ingestion_queue_7EB6B0B4", new
            {
                kms_master_key_id = "${aws_kms_key.stream_key_D981BCF0.arn}",
                sqs_managed_sse_enabled = (object?)null,
                message_retention_seconds = 1_209_600,
                lifecycle = new { prevent_destroy = true },
            });

    [Fact]
    public void Alarms_report_undelivered_lost_and_dropped_messages()
    {
        var alarms = OperatedStream.AlarmsOf(Testing.SynthScope(stack => Plants.Ingestion(stack).AlarmWhenInTrouble()));

        alarms.Keys.Should().Contain(["plants-undelivered", "plants-lost", "plants-unparsed", "plants-throttled"]);
        OperatedStream.Expression(alarms["plants-lost"])
            .Should().Be("SELECT SUM(ErrorActionFailure) FROM \"AWS/IoT\" WHERE RuleName = 'plants'");
        ((string)alarms["plants-undelivered"]["dimensions"]!["QueueName"]!).Should().Be("${aws_sqs_queue.ingestion_queue_7EB6B0B4.name}");
    }
}
