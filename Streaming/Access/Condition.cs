using Nautilus.Foundations;

namespace Nautilus.Access;

/// <summary>A condition of a statement.</summary>
/// <param name="Test">The operator, such as <c>StringEquals</c>.</param>
/// <param name="Variable">The condition key, such as <c>aws:SourceAccount</c>.</param>
/// <param name="Values">The values; one of them must match.</param>
public sealed record Condition(string Test, string Variable, params string[] Values)
{
    /// <summary>Only when a service acts on behalf of this account, and of this resource of it.</summary>
    internal static Condition[] OnBehalfOf(Location location, string source) =>
    [
        new("StringEquals", "aws:SourceAccount", location.Account),
        new("ArnLike", "aws:SourceArn", source),
    ];
}
