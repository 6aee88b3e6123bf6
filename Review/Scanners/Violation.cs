using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>A resource that breaks a rule.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Resource">The resource.</param>
/// <param name="Condition">The rule in words.</param>
/// <param name="Finding">The value that breaks the rule.</param>
public sealed record Violation(string Rule, Resource Resource, string Condition, Finding Finding)
{
    /// <summary>Rule, stack, address, condition and value in one line.</summary>
    public override string ToString() => $"{Rule}, {Resource.Stack.Name}, {Resource.Address}: {Condition}, got {Finding}";
}
