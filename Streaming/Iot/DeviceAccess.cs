using Nautilus.Access;
using Nautilus.Foundations;

namespace Nautilus.Iot;

/// <summary>The permissions of a device: it connects as its own thing, publishes to its own topic, and receives its own commands.</summary>
/// <param name="Topics">The topics that devices publish to.</param>
/// <param name="Commands">The topics that devices subscribe to, if any.</param>
/// <param name="Location">Where the devices connect.</param>
internal sealed record DeviceAccess(TopicFilter Topics, TopicFilter? Commands, Location Location)
{
    private const int LongestPolicy = 2048;

    // In a policy document, Terraform reads &{…} as the ${…} of AWS.
    private const string Thing = "&{iot:Connection.Thing.ThingName}";

    private static readonly Condition[] AsItself = [new("Bool", "iot:Connection.Thing.IsAttached", "true")];

    public IEnumerable<Statement> Statements => [.. Publishing, .. Commands is null ? [] : Receiving(Commands)];

    public IEnumerable<Rule> Rules =>
    [
        OneThing("topics", Topics),
        .. Commands is null ? [] : new[] { OneThing("commands", Commands) },
        FitsIntoAPolicy(PolicyLength.Of(Statements)),
    ];

    private Statement[] Publishing =>
    [
        Allow("ConnectAsItself", "iot:Connect", $"client/{Thing}"),
        Allow("PublishItsOwn", "iot:Publish", $"topic/{Topics.Of(Thing)}"),
    ];

    private Statement[] Receiving(TopicFilter commands) =>
    [
        Allow("SubscribeToItsOwn", "iot:Subscribe", $"topicfilter/{commands.Of(Thing)}"),
        Allow("ReceiveItsOwn", "iot:Receive", $"topic/{commands.Of(Thing)}"),
    ];

    private Statement Allow(string sid, string action, string resource) =>
        new(sid, [action], [Location.Arn("iot", resource)]) { Conditions = AsItself };

    private static Rule OneThing(string what, TopicFilter filter) => Rule.That(filter.IsOfOneThing,
        $"for a device policy, {what} must have exactly one + and no #, so that each device has its own topic, got '{filter.Text}'");

    private static Rule FitsIntoAPolicy(int length) => Rule.That(length <= LongestPolicy,
        $"its device policy must be {LongestPolicy} characters or less, got about {length}; shorten topics and commands");
}
