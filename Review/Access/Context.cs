namespace Nautilus.Review.Access;

/// <summary>The condition keys of a request, such as <c>aws:SourceAccount</c>. Their case does not matter.</summary>
public sealed class Context() : Dictionary<string, ContextValues>(StringComparer.OrdinalIgnoreCase)
{
    /// <summary>The value of a key that has exactly one; null otherwise.</summary>
    internal string? Single(string key) => TryGetValue(key, out var values) && values.All is [var value] ? value : null;

    /// <summary>This context with other keys added. Where both have a key, the other one's values count.</summary>
    internal Context With(Context? others)
    {
        var whole = new Context();
        foreach (var (key, values) in this.Concat(others ?? []))
            whole[key] = values;
        return whole;
    }
}
