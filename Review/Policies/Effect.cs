namespace Nautilus.Review.Policies;

/// <summary>Whether a statement allows or denies.</summary>
public enum Effect
{
    /// <summary>The statement allows its actions.</summary>
    Allow,

    /// <summary>The statement denies its actions, whatever other statements allow.</summary>
    Deny,
}
