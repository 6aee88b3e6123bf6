using System.Text.RegularExpressions;

namespace Nautilus.Tests.Conformance;

/// <summary>A statement of an IAM policy, however it was written.</summary>
internal sealed partial record Statement(string Sid, bool Allows)
{
    /// <summary>All actions, where the statement names only those it leaves out.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>All resources, where the statement names only those it leaves out.</summary>
    public required IReadOnlyList<string> Resources { get; init; }

    public required IReadOnlyList<Principal> Principals { get; init; }

    public required IReadOnlyList<Condition> Conditions { get; init; }

    public bool IsOnEverything => Resources.Contains("*");

    /// <summary>Nothing but the action's name limits what it may do.</summary>
    public bool IsUnconstrained => IsOnEverything && Conditions.Count == 0;

    public bool Grants(string action) => Actions.Any(pattern => Covers(pattern, action));

    public IEnumerable<Finding> ActionsThat(Func<string, bool> offend) =>
        Actions.Where(offend).Select(action => new Finding(action, $"actions of statement '{Sid}'"));

    public IEnumerable<Finding> ActionsThatGrantAny(IEnumerable<string> actions) =>
        ActionsThat(pattern => actions.Any(action => Covers(pattern, action)));

    public IEnumerable<Finding> ResourcesThat(Func<string, bool> offend) =>
        Resources.Where(offend).Select(resource => new Finding(resource, $"resources of statement '{Sid}'"));

    public IEnumerable<Finding> PrincipalsThat(Func<Principal, bool> offend) =>
        Principals.Where(offend).Select(principal => new Finding(principal.Id, $"{principal.Type} principals of statement '{Sid}'"));

    /// <summary>Whether text has a wildcard that is IAM's own, not a part of a Terraform expression.</summary>
    public static bool HasWildcard(string text) => Expression().Replace(text, "").Contains('*', StringComparison.Ordinal);

    private static bool Covers(string pattern, string action) => Regex.IsMatch(
        action,
        $@"^{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal)}\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex Expression();
}

internal sealed record Principal(string Type, string Id)
{
    public bool IsAnyone => Id == "*" && Type is "*" or "AWS";
}

internal sealed record Condition(string Test, string Variable, IReadOnlyList<string> Values);
