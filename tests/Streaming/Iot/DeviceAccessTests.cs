using Nautilus.Review.Access;

namespace Tests.Streaming.Iot;

/// <summary>What the device policy of IoT ingestion allows.</summary>
public sealed class DeviceAccessTests
{
    [Theory]
    [InlineData("iot:Connect", "client/leaf-1", true)]
    [InlineData("iot:Connect", "client/leaf-2", false)]
    [InlineData("iot:Connect", "client/*", false)]
    [InlineData("iot:Publish", "topic/devices/leaf-1/readings", true)]
    [InlineData("iot:Publish", "topic/devices/leaf-2/readings", false)]
    [InlineData("iot:Publish", "topic/devices/leaf-1/commands", false)]
    [InlineData("iot:Publish", "topic/$aws/things/leaf-1/shadow/update", false)]
    [InlineData("iot:Subscribe", "topicfilter/devices/leaf-1/commands", true)]
    [InlineData("iot:Subscribe", "topicfilter/devices/leaf-2/commands", false)]
    [InlineData("iot:Subscribe", "topicfilter/devices/+/commands", false)]
    [InlineData("iot:Subscribe", "topicfilter/#", false)]
    [InlineData("iot:Subscribe", "topicfilter/devices/leaf-1/readings", false)]
    [InlineData("iot:Receive", "topic/devices/leaf-1/commands", true)]
    [InlineData("iot:Receive", "topic/devices/leaf-2/commands", false)]
    public void A_device_acts_only_for_itself(string action, string resource, bool allowed) =>
        (Decide(action, resource, "leaf-1") == Decision.Allowed).Should().Be(allowed);

    [Theory]
    [InlineData("*")]
    [InlineData("+")]
    [InlineData("leaf-1/../leaf-2")]
    public void A_thing_with_the_name_of_a_wildcard_acts_for_no_other_thing(string thing) =>
        Decide("iot:Publish", "topic/devices/leaf-2/readings", thing).Should().NotBe(Decision.Allowed);

    [Fact]
    public void A_certificate_without_a_thing_may_not_even_connect()
    {
        foreach (var (action, resource) in new[] { ("iot:Connect", "client/leaf-1"), ("iot:Publish", "topic/devices/leaf-1/readings") })
            Decide(action, resource, "leaf-1", isAttached: false).Should().Be(Decision.ImplicitlyDenied);
    }

    [Fact]
    public void A_device_may_only_send_and_receive_messages()
    {
        string[] resources =
        [
            "client/leaf-1", "topic/devices/leaf-1/readings", "topic/devices/leaf-1/commands", "topicfilter/devices/leaf-1/commands",
            "thing/leaf-1", "policy/x",
        ];

        (from action in ActionTable.Current.ActionsOf("iot")
         from resource in resources
         where Decide(action, resource, "leaf-1") == Decision.Allowed
         select action).Should().BeEquivalentTo("iot:Connect", "iot:Publish", "iot:Receive", "iot:Subscribe");
    }

    private static Decision Decide(string action, string resource, string thing, bool isAttached = true) => Evaluator.Decide(
        new()
        {
            Action = action,
            Resource = $"arn:aws:iot:us-east-1:{IotGrants.Account}:{resource}",
            Principal = $"arn:aws:iot:us-east-1:{IotGrants.Account}:cert/0123",
            Context = new()
            {
                ["iot:Connection.Thing.ThingName"] = thing,
                ["iot:Connection.Thing.IsAttached"] = isAttached ? "true" : "false",
            },
        },
        [IotGrants.Access.PolicyIn("aws_iot_policy", "ingestion_device-policy_16857414")],
        []);
}
