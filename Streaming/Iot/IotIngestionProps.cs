using System.Text.RegularExpressions;
using Nautilus.Foundations;
using Nautilus.Streams;

namespace Nautilus.Iot;

public sealed partial record IotIngestionProps
{
    /// <summary>The topic rule's name.</summary>
    public required string Name { get; init; }

    public required DataStream Stream { get; init; }

    /// <summary>The topics that devices publish to. One level is the thing's name: <c>plants/+/readings</c>.</summary>
    public required string Topics { get; init; }

    /// <summary>The topics that devices may subscribe to, by the same pattern; none, unless given.</summary>
    public string? Commands { get; init; }

    /// <summary>
    /// What of a message goes into the stream, in IoT SQL. <c>*</c> is the message as it was published, JSON or not;
    /// anything else reads it as JSON, and IoT drops what is none.
    /// </summary>
    public string Select { get; init; } = "*";

    /// <summary>Which messages go into the stream, in IoT SQL; all, unless given.</summary>
    public string? Where { get; init; }

    /// <summary>
    /// What decides on a message's shard, such as <c>${topic(2)}</c> or <c>${deviceId}</c>. Unless given, the first level
    /// of <see cref="Topics"/> that may be anything; or a random key, if there is none.
    /// </summary>
    public string? PartitionKey { get; init; }

    /// <summary>Terraform refuses to destroy the queue of undelivered messages while this is on.</summary>
    public bool PreventDestroy { get; init; } = true;

    internal TopicFilter Filter => new(Topics);

    internal string Key => PartitionKey ?? Iot.PartitionKey.DefaultFor(Filter);

    internal string Sql => $"SELECT {Select} FROM '{Topics}'{(Where is null ? "" : $" WHERE {Where}")}";

    internal string Checked(string id)
    {
        Rules.Check($"IoT rule '{Name}'",
        [
            (RuleName().IsMatch(Name), $"name must be 1 to 128 of a-z, A-Z, 0-9 and '_', got '{Name}'"),
            .. Filter.Rules("topics"),
            .. Commands is null ? [] : new TopicFilter(Commands).Rules("commands"),
            (!string.IsNullOrWhiteSpace(Select), "select must name what goes into the stream, such as *, got nothing"),
            (Where is null || !string.IsNullOrWhiteSpace(Where), "where must be a condition, or not be given, got nothing"),
            .. Iot.PartitionKey.Rules(Key, Filter),
        ]);
        return id;
    }

    [GeneratedRegex(@"^[a-zA-Z0-9_]{1,128}\z")]
    private static partial Regex RuleName();
}
