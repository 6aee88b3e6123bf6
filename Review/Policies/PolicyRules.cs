using System.Text.Json.Nodes;

namespace Nautilus.Review.Policies;

/// <summary>The rules that every policy must follow, whichever way it is written.</summary>
internal static class PolicyRules
{
    /// <summary>An element that is not known here can change what a policy means.</summary>
    public static void Know(JsonObject node, IReadOnlyList<string> elements)
    {
        if (node.Select(element => element.Key).Except(elements).FirstOrDefault() is { } unknown)
            throw Refused($"no element '{unknown}', but {string.Join(", ", elements)}");
    }

    public static Effect Effect(string? effect) => effect switch
    {
        nameof(Policies.Effect.Allow) => Policies.Effect.Allow,
        nameof(Policies.Effect.Deny) => Policies.Effect.Deny,
        _ => throw Refused($"Effect must be Allow or Deny, got '{effect}'"),
    };

    /// <summary>Only the statement of a trust policy has no resource: it is about the role that has the policy.</summary>
    public static Statement Complete(Statement statement)
    {
        if (statement.Actions.Count + statement.NotActions.Count == 0)
            throw Refused($"statement '{statement.Sid}' has no action");
        if (statement.Resources.Count + statement.NotResources.Count == 0 && !statement.HasPrincipals)
            throw Refused($"statement '{statement.Sid}' has no resource");
        return statement;
    }

    private static FormatException Refused(string problem) => new($"policy: {problem}");
}
