namespace Nautilus.Review.Access;

/// <summary>The values of a condition key. Only a multivalued key, such as <c>aws:TagKeys</c>, has more than one.</summary>
/// <param name="All">The values.</param>
public sealed record ContextValues(params IReadOnlyList<string> All)
{
    /// <summary>One value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator ContextValues(string value) => new(value);
}
