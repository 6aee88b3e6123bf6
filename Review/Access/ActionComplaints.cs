using Nautilus.Review.Policies;

namespace Nautilus.Review.Access;

/// <summary>The problems of a statement's actions and resources.</summary>
internal sealed class ActionComplaints(ActionTable table)
{
    public IEnumerable<string> Of(Statement statement)
    {
        var named = statement.Actions.Concat(statement.NotActions).Select(pattern => new Named(pattern, table.Matching(pattern))).ToArray();
        var known = named.Where(action => action.Entries.Count > 0).ToArray();
        return
        [
            .. named.Except(known).Select(action => Unknown(action.Pattern)),
            .. IsAboutResources(statement) ? OfResources(statement, known) : [],
        ];
    }

    // A deny may be wide. A trust policy has no resource. In the policy of a key, * is the key.
    private static bool IsAboutResources(Statement statement) =>
        statement.Effect == Effect.Allow
        && statement.NotActions.Count == 0
        && statement.Resources.Count > 0
        && !(statement.HasPrincipals && statement.Resources.Contains("*"));

    private static IEnumerable<string> OfResources(Statement statement, Named[] known)
    {
        if (known.Length == 0)
            yield break;

        var isEverything = statement.Resources.Contains("*");
        foreach (var (pattern, entries) in known)
        {
            if (isEverything && Types(entries.Where(entry => !entry.MayBeOnEverything)) is { Length: > 0 } types)
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

    private string Unknown(string pattern)
    {
        if (!table.Knows(pattern.Split(':')[0]))
            return $"{pattern} is of no service that iam-data/actions.json knows";
        return pattern.AsSpan().ContainsAny('*', '?') ? $"{pattern} matches no action" : $"{pattern} is no action";
    }

    private static string Types(IEnumerable<ActionEntry> entries)
    {
        var types = entries.SelectMany(entry => entry.Accepted).Distinct().Order(StringComparer.Ordinal).ToArray();
        return string.Join(", ", types.Length <= 5 ? types : [.. types[..5], "…"]);
    }

    private sealed record Named(string Pattern, List<ActionEntry> Entries);
}
