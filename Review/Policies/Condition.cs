namespace Nautilus.Review.Policies;

/// <summary>A condition of a statement.</summary>
/// <param name="Operator">The operator, such as <c>StringEquals</c>.</param>
/// <param name="Key">The condition key, such as <c>aws:SourceAccount</c>.</param>
/// <param name="Values">The values; one of them must match.</param>
public sealed record Condition(string Operator, string Key, IReadOnlyList<string> Values);
