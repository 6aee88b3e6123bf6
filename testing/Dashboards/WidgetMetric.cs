namespace Nautilus.Testing.Dashboards;

/// <summary>A metric or an expression of a widget.</summary>
/// <param name="Names">The namespace, the name, and pairs of dimensions; empty for an expression.</param>
/// <param name="Expression">The expression, or null for a metric.</param>
/// <param name="Id">The id, if any.</param>
internal sealed record WidgetMetric(string[] Names, string? Expression, string? Id)
{
    public IEnumerable<(string Name, string Value)> Dimensions =>
        from pair in Names.Skip(2).Chunk(2)
        where pair.Length == 2
        select (pair[0], pair[1]);
}
