namespace Nautilus.Testing.CloudWatch;

/// <summary>
/// The identity of a metric: a namespace, a name and a set of dimensions. A metric with other dimensions is another metric.
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html
/// </summary>
public sealed record Metric
{
    private readonly string _dimensions;

    /// <summary>Names a metric.</summary>
    /// <param name="namespace">The namespace, such as <c>AWS/Kinesis</c>.</param>
    /// <param name="name">The name.</param>
    /// <param name="dimensions">The dimensions, in any order.</param>
    public Metric(string @namespace, string name, params IEnumerable<(string Name, string Value)> dimensions)
    {
        (Namespace, Name) = (@namespace, name);
        var sorted = dimensions.OrderBy(dimension => dimension.Name, StringComparer.Ordinal);
        _dimensions = string.Join('\n', sorted.Select(dimension => $"{dimension.Name}={dimension.Value}"));
    }

    /// <summary>The namespace.</summary>
    public string Namespace { get; }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The names of the dimensions.</summary>
    public IEnumerable<string> DimensionNames => Pairs.Select(pair => pair[0]);

    private IEnumerable<string[]> Pairs =>
        _dimensions.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2));

    /// <summary>The value of a dimension, or null if the metric does not have it.</summary>
    /// <param name="dimension">The name of the dimension.</param>
    public string? this[string dimension] => Pairs.FirstOrDefault(pair => pair[0] == dimension)?[1];

    /// <inheritdoc/>
    public override string ToString() => $"{Namespace} {Name} {{{_dimensions.Replace('\n', ',')}}}";
}
