namespace Nautilus.Review.Policies;

/// <summary>A statement of a policy.</summary>
public sealed record Statement
{
    /// <summary>The statement's id, if it has one.</summary>
    public string? Sid { get; init; }

    /// <summary>Whether the statement allows or denies.</summary>
    public required Effect Effect { get; init; }

    /// <summary>The actions. Empty where <see cref="NotActions"/> names the others.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>The actions that the statement is not about.</summary>
    public IReadOnlyList<string> NotActions { get; init; } = [];

    /// <summary>The resources. Empty in a trust policy, and where <see cref="NotResources"/> names the others.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>The resources that the statement is not about.</summary>
    public IReadOnlyList<string> NotResources { get; init; } = [];

    /// <summary>Who the statement is about. Empty in a policy of a role, user or group.</summary>
    public IReadOnlyList<Principal> Principals { get; init; } = [];

    /// <summary>Who the statement is not about.</summary>
    public IReadOnlyList<Principal> NotPrincipals { get; init; } = [];

    /// <summary>The conditions; all of them must be met.</summary>
    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    /// <summary>Whether the statement has a principal, as resource policies and trust policies need.</summary>
    public bool HasPrincipals => Principals.Count + NotPrincipals.Count > 0;
}
