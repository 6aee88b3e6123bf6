namespace Nautilus.Testing.CloudWatch;

/// <summary>What makes a metric one of its own: namespace, name, and exactly its dimensions.</summary>
internal sealed record Metric
{
    private readonly string _dimensions;

    public Metric(string @namespace, string name, params IEnumerable<(string Name, string Value)> dimensions)
    {
        (Namespace, Name) = (@namespace, name);
        _dimensions = string.Join('\n', dimensions.OrderBy(dimension => dimension.Name, StringComparer.Ordinal).Select(dimension => $"{dimension.Name}={dimension.Value}"));
    }

    public string Namespace { get; }

    public string Name { get; }

    public IEnumerable<string> DimensionNames => Pairs.Select(pair => pair[0]);

    private IEnumerable<string[]> Pairs => _dimensions.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2));

    /// <summary>The value of a dimension, or null where the metric has none of that name.</summary>
    public string? this[string dimension] => Pairs.FirstOrDefault(pair => pair[0] == dimension)?[1];

    public override string ToString() => $"{Namespace} {Name} {{{_dimensions.Replace('\n', ',')}}}";
}
