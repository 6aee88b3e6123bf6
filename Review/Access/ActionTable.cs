using System.Text.Json.Nodes;
using Nautilus.Review.Policies;

namespace Nautilus.Review.Access;

/// <summary>The actions of AWS and the resources that each takes, by the Service Authorization Reference.</summary>
internal sealed class ActionTable
{
    private static readonly Lazy<ActionTable> Read = new(() => new(Embedded()));

    private readonly List<Entry> _entries;

    private static JsonNode Embedded()
    {
        using var actions = typeof(ActionTable).Assembly.GetManifestResourceStream("actions.json")!;
        return JsonNode.Parse(actions)!;
    }

    private ActionTable(JsonNode table)
    {
        _entries =
        [
            .. from service in table["services"]!.AsObject()
            let patterns = service.Value!["resources"]!.AsObject().ToDictionary(type => type.Key, type => new ArnPattern((string)type.Value!))
            from action in service.Value["actions"]!.AsObject()
            let name = $"{service.Key}:{action.Key}"
            let types = action.Value!.AsArray().Select(type => ((string)type!).TrimEnd('*')).ToArray()
            let exception = Exceptions.FirstOrDefault(exception => exception.Actions.Contains(name))
            let accepted = types.Concat(exception?.AlsoTakes ?? []).ToArray()
            select new Entry(name, types, accepted, [.. accepted.Select(type => patterns[type])], types.Length == 0 || exception is not null),
        ];
    }

    public static ActionTable Current => Read.Value;

    /// <summary>Where the reference and AWS differ. All of these may stand on *, too.</summary>
    public static IReadOnlyList<TableException> Exceptions { get; } =
    [
        new("Streams are changed one by one", ["stream"], "AWS's own aws-samples/kinesis-auto-scaling scopes UpdateShardCount to streams")
        {
            Actions = ["kinesis:UpdateShardCount", "kinesis:UpdateStreamMode", "kinesis:EnableEnhancedMonitoring", "kinesis:DisableEnhancedMonitoring"],
        },
        new("Log groups are described by pattern", ["log-group"], "the Managed Flink guide scopes DescribeLogGroups to log-group ARNs")
        {
            Actions = ["logs:DescribeLogGroups"],
        },
        new("Metrics have no ARN", [], "a dataset is optional; what is put is scoped by the condition key cloudwatch:namespace")
        {
            Actions = ["cloudwatch:GetMetricData", "cloudwatch:ListMetrics", "cloudwatch:PutMetricData"],
        },
    ];

    public IReadOnlyList<string> ActionsOf(string service) =>
        [.. _entries.Select(entry => entry.Action).Where(action => action.StartsWith($"{service}:", StringComparison.Ordinal))];

    /// <summary>The types of resource that the reference lists for an action.</summary>
    public IReadOnlyList<string> TypesOf(string action) => _entries.Single(entry => entry.Action == action).Types;

    /// <summary>Whether all that a pattern names takes no resource; what is not known here may take one.</summary>
    public bool MayStandOnEverything(string pattern) => Matching(pattern) is { Count: > 0 } entries && entries.TrueForAll(entry => entry.MayStandOnEverything);

    /// <summary>What is wrong with a policy's actions and resources; nothing, if all is well.</summary>
    public IReadOnlyList<string> Complaints(PolicyDocument policy) =>
    [
        .. from statement in policy.Statements.Select((statement, index) => (It: statement, Name: statement.Sid ?? $"{index + 1}"))
        from complaint in Complaints(statement.It)
        select $"statement '{statement.Name}': {complaint}",
    ];

    private IEnumerable<string> Complaints(Statement statement)
    {
        var named = statement.Actions.Concat(statement.NotActions).Select(pattern => (Pattern: pattern, Entries: Matching(pattern))).ToArray();
        foreach (var (pattern, _) in named.Where(action => action.Entries.Count == 0))
            yield return Unknown(pattern);

        // What is denied may be denied widely; and a trust policy has no resource.
        var known = named.Where(action => action.Entries.Count > 0).ToArray();
        if (statement.Effect == Effect.Deny || statement.NotActions.Count > 0 || statement.Resources.Count == 0 || known.Length == 0)
            yield break;

        // In a key's policy * is the key.
        var isEverything = statement.Resources.Contains("*");
        if (isEverything && statement.HasPrincipals)
            yield break;

        foreach (var (pattern, entries) in known)
        {
            if (isEverything && Types(entries.Where(entry => !entry.MayStandOnEverything)) is { Length: > 0 } types)
                yield return $"{pattern} is allowed on *, but takes {types}";
            if (!isEverything && !entries.Exists(entry => statement.Resources.Any(entry.Takes)))
                yield return Types(entries) is { Length: > 0 } accepted
                    ? $"{pattern} takes {accepted}, and none of {string.Join(", ", statement.Resources)} is one"
                    : $"{pattern} takes no resource: it needs *";
        }

        foreach (var resource in statement.Resources.Where(resource => resource != "*"))
        {
            if (!known.SelectMany(action => action.Entries).Any(entry => entry.Takes(resource)))
                yield return $"no action takes {resource}";
        }
    }

    private List<Entry> Matching(string pattern) => [.. _entries.Where(entry => PolicyString.Plain(pattern).IsLike(entry.Action, ignoreCase: true))];

    private string Unknown(string pattern)
    {
        var service = pattern.Split(':')[0];
        if (!_entries.Exists(entry => entry.Action.StartsWith($"{service}:", StringComparison.OrdinalIgnoreCase)))
            return $"{pattern} is of no service that iam-data/actions.json knows";
        return pattern.AsSpan().ContainsAny('*', '?') ? $"{pattern} matches no action" : $"{pattern} is no action";
    }

    private static string Types(IEnumerable<Entry> entries)
    {
        var types = entries.SelectMany(entry => entry.Accepted).Distinct().Order(StringComparer.Ordinal).ToArray();
        return string.Join(", ", types.Length <= 5 ? types : [.. types[..5], "…"]);
    }

    private sealed record Entry(string Action, string[] Types, string[] Accepted, ArnPattern[] Patterns, bool MayStandOnEverything)
    {
        public bool Takes(string resource) => Patterns.Any(pattern => pattern.Overlaps(resource));
    }
}

internal sealed record TableException(string Name, IReadOnlyList<string> AlsoTakes, string Reason)
{
    public required IReadOnlyList<string> Actions { get; init; }
}
