using HashiCorp.Cdktf;
using Nautilus.Iot;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Iot;

/// <summary>The properties that IoT ingestion rejects.</summary>
public sealed class IotRulesTests
{
    private const string NotOneThing = "must have exactly one + and no #, so that each device has its own topic, got";

    [Theory]
    [InlineData("plants/+/readings", "all")]
    [InlineData("plants/+/readings", "${accountid()}")]
    [InlineData("plants/+/readings", "${topic(1)}")]
    [InlineData("plants/+/readings", "${topic(4)}")]
    [InlineData("plants/+/readings", "${}")]
    [InlineData("plants/+/readings", "${'all'}")]
    [InlineData("plants/+/readings", "${ accountid() }")]
    [InlineData("plants/+/readings", "${1}")]
    public void A_partition_key_that_is_the_same_for_all_messages_is_rejected(string topics, string key) =>
        Plants.Message(props => props with { Topics = topics, PartitionKey = key }).Should().Be(OneShard("${topic(2)}", key));

    [Fact]
    public void The_topic_is_not_a_partition_key_if_a_rule_has_only_one_topic() =>
        Plants.Message(props => props with { Topics = "plants", PartitionKey = "${topic()}" })
            .Should().Be(OneShard("${newuuid()}", "${topic()}"));

    [Fact]
    public void A_partition_key_that_Terraform_fills_in_is_rejected()
    {
        var message = Rejected.AtOnce(() => Testing.SynthScope(stack =>
        {
            var another = Plants.Stream(stack, "stream2");
            Plants.Ingestion(stack, props => props with { PartitionKey = another.Arn });
        }));

        message.Should().Be("IoT rule 'plants': partition key must be a literal, " +
            "because ${…} in it belongs to IoT SQL, got a value that Terraform fills in");
    }

    [Fact]
    public void An_empty_condition_is_rejected() => Plants.Message(props => props with { Where = " " })
        .Should().Be("IoT rule 'plants': where must be a condition of IoT SQL, or null, got ' '");

    [Theory]
    [InlineData("", "the length of topics must be 1 to 256 characters, got 0")]
    [InlineData("a/b/c/d/e/f/g/h/+", "the number of levels in topics must be 8 or less, got 9")]
    [InlineData("plants+/readings", "in topics, + and # must be whole levels, got 'plants+/readings'")]
    [InlineData("plants/#/readings", "in topics, # must be the last level, got 'plants/#/readings'")]
    [InlineData("plants/'/readings", "topics must be free of single quotes, got plants/'/readings")]
    public void Topics_that_IoT_refuses_are_rejected(string topics, string rule) =>
        Plants.Message(props => props with { Topics = topics }).Should().Be($"IoT rule 'plants': {rule}");

    [Fact]
    public void All_mistakes_are_reported_at_once() =>
        Plants.Message(props => props with { Name = "iot-rule", Commands = "a/#/b", Select = " ", PartitionKey = "x" }).Should().Be(
            "IoT rule 'iot-rule': name must be 1 to 128 of a-z, A-Z, 0-9 and '_', got 'iot-rule'; " +
            "in commands, # must be the last level, got 'a/#/b'; " +
            "select must be an expression of IoT SQL, such as *, got ' '; " +
            "partition key must vary, as ${topic(2)} does, because one value sends all messages to one shard, got 'x'");

    [Theory]
    [InlineData("plants/#")]
    [InlineData("+/+/readings")]
    [InlineData("plants/readings")]
    public void A_device_policy_needs_a_separate_topic_for_each_device(string topics) =>
        DevicePolicyMessage(props => props with { Topics = topics })
            .Should().Be($"IoT rule 'plants': for a device policy, topics {NotOneThing} '{topics}'");

    [Fact]
    public void A_device_policy_needs_separate_commands_for_each_device() =>
        DevicePolicyMessage(props => props with { Commands = "plants/#" })
            .Should().Be($"IoT rule 'plants': for a device policy, commands {NotOneThing} 'plants/#'");

    private static string DevicePolicyMessage(Func<IotIngestionProps, IotIngestionProps> change) =>
        Rejected.AtOnce(() => Testing.SynthScope(stack => _ = Plants.Ingestion(stack, change).DevicePolicy));

    private static string OneShard(string better, string key) => "IoT rule 'plants': " +
        $"partition key must vary, as {better} does, because one value sends all messages to one shard, got '{key}'";
}
