using Nautilus.Testing.CloudWatch;

namespace Nautilus.Testing.Replays;

/// <summary>Who reports: a namespace, and the dimensions that AWS documents for it.</summary>
internal sealed record Source(string Namespace, params (string Name, string Value)[] Dimensions)
{
    /// <param name="metric">The metric's name.</param>
    /// <param name="well">What it tells while all is well; nothing, if null.</param>
    /// <param name="every">Once in how many minutes: what tells of a delivery comes with each delivery.</param>
    /// <param name="always">Whether it tells without traffic too.</param>
    public Signal Tells(string metric, double? well = null, int every = 1, bool always = false) => new(new(Namespace, metric, Dimensions), well, every, always);
}
