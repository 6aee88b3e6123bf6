using System.Text.Json.Nodes;
using Nautilus.Review.Policies;

namespace Nautilus.Review.Access;

/// <summary>
/// The actions of AWS and the resources that each of them takes, by the Service Authorization Reference:
/// https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html.
/// </summary>
public sealed class ActionTable
{
    private static readonly Lazy<ActionTable> Read = new(() => new(Embedded()));

    private readonly List<ActionEntry> _entries;

    private ActionTable(JsonNode table) => _entries = [.. ActionEntry.In(table)];

    /// <summary>The table of <c>iam-data/actions.json</c>, which names the version of its source.</summary>
    public static ActionTable Current => Read.Value;

    /// <summary>All actions of a service, such as <c>kinesis:PutRecord</c>.</summary>
    /// <param name="service">The prefix of the service, such as <c>kinesis</c>.</param>
    public IReadOnlyList<string> ActionsOf(string service) =>
        [.. _entries.Select(entry => entry.Action).Where(action => action.StartsWith($"{service}:", StringComparison.Ordinal))];

    /// <summary>
    /// The problems of a policy's actions and resources: actions that do not exist, resources that no action takes, * where AWS can limit
    /// an action to resources. Empty where there are none.
    /// </summary>
    /// <param name="policy">The policy.</param>
    public IReadOnlyList<string> Complaints(PolicyDocument policy) =>
    [
        .. from statement in policy.Statements.Select((statement, index) => (It: statement, Name: statement.Sid ?? $"{index + 1}"))
           from complaint in new ActionComplaints(this).Of(statement.It)
           select $"statement '{statement.Name}': {complaint}",
    ];

    /// <summary>The types of resource that the reference lists for an action.</summary>
    internal IReadOnlyList<string> TypesOf(string action) => _entries.Single(entry => entry.Action == action).Types;

    /// <summary>Whether AWS can limit none of a pattern's actions to resources. False for an action that is not known here.</summary>
    internal bool MayBeOnEverything(string pattern) =>
        Matching(pattern) is { Count: > 0 } entries && entries.TrueForAll(entry => entry.MayBeOnEverything);

    internal List<ActionEntry> Matching(string pattern)
    {
        var named = PolicyString.Plain(pattern);
        return [.. _entries.Where(entry => named.IsLike(entry.Action, ignoreCase: true))];
    }

    internal bool Knows(string service) =>
        _entries.Exists(entry => entry.Action.StartsWith($"{service}:", StringComparison.OrdinalIgnoreCase));

    private static JsonNode Embedded()
    {
        using var actions = typeof(ActionTable).Assembly.GetManifestResourceStream("actions.json")!;
        return JsonNode.Parse(actions)!;
    }
}
