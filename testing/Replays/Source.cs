namespace Nautilus.Testing.Replays;

/// <summary>A source of metrics, such as a function: a namespace, and the dimensions that AWS documents for it.</summary>
/// <param name="Namespace">The namespace, such as <c>AWS/Lambda</c>.</param>
/// <param name="Dimensions">The dimensions.</param>
public sealed record Source(string Namespace, params (string Name, string Value)[] Dimensions)
{
    /// <summary>A metric that the source reports.</summary>
    /// <param name="metric">The name of the metric.</param>
    /// <param name="well">Its value while all is well; null if it then is not reported.</param>
    /// <param name="every">It is reported once in so many minutes: metrics of a delivery come with each delivery.</param>
    /// <param name="always">Whether it is reported without traffic too.</param>
    public Signal Reports(string metric, double? well = null, int every = 1, bool always = false) =>
        new(new(Namespace, metric, Dimensions), well, every, always);
}
