using Nautilus.Foundations;
using Nautilus.Streams;

namespace Nautilus.Iot;

/// <summary>An <see cref="IotIngestion"/>.</summary>
public sealed record IotIngestionProps
{
    /// <summary>The name of the topic rule.</summary>
    public required string Name { get; init; }

    /// <summary>The stream that the messages are written into.</summary>
    public required DataStream Stream { get; init; }

    /// <summary>The topics that devices publish to. One level is the name of the thing: <c>plants/+/readings</c>.</summary>
    public required string Topics { get; init; }

    /// <summary>The topics that devices may subscribe to, in the same form. None, unless given.</summary>
    public string? Commands { get; init; }

    /// <summary>
    /// The part of a message that goes into the stream, in IoT SQL. <c>*</c> is the message as it was published, JSON or not. Any other
    /// value reads the message as JSON, and AWS IoT drops a message that is not JSON.
    /// </summary>
    public string Select { get; init; } = "*";

    /// <summary>The condition of the messages that go into the stream, in IoT SQL. All messages, unless given.</summary>
    public string? Where { get; init; }

    /// <summary>
    /// The key that selects the shard of a message, such as <c>${topic(2)}</c> or <c>${deviceId}</c>. Unless given, it is the first
    /// wildcard level of <see cref="Topics"/>, or a random key if there is no wildcard.
    /// </summary>
    public string? PartitionKey { get; init; }

    /// <summary>Terraform refuses to destroy the queue of undelivered messages while this is on.</summary>
    public bool PreventDestroy { get; init; } = true;

    internal TopicFilter TopicFilter => new(Topics);

    internal TopicFilter? CommandFilter => Commands is null ? null : new(Commands);

    internal string Key => PartitionKey ?? Iot.PartitionKey.DefaultFor(TopicFilter);

    internal string Sql => $"SELECT {Select} FROM '{Topics}'{(Where is null ? "" : $" WHERE {Where}")}";

    internal string Checked(string id)
    {
        Check.That($"IoT rule '{Name}'",
        [
            Rule.Matches("name", Name, AwsNames.IotRule),
            .. TopicFilter.Rules("topics"),
            .. CommandFilter?.Rules("commands") ?? [],
            Rule.That(!string.IsNullOrWhiteSpace(Select), $"select must be an expression of IoT SQL, such as *, got '{Select}'"),
            Rule.That(Where is null || !string.IsNullOrWhiteSpace(Where), $"where must be a condition of IoT SQL, or null, got '{Where}'"),
            .. Iot.PartitionKey.Rules(Key, TopicFilter),
        ]);
        return id;
    }
}
