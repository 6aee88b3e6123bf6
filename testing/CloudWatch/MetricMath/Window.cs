namespace Nautilus.Testing.CloudWatch.MetricMath;

/// <summary>The minutes of one point, both included.</summary>
internal readonly record struct Minutes(int First, int Last);

/// <summary>The last periods up to a minute. CloudWatch's window slides: each evaluation has its own periods.</summary>
internal sealed record Window(int Last, int Count, int Period)
{
    /// <summary>By how many minutes metrics are late: the last minutes are not known yet.</summary>
    public int Late { get; init; }

    /// <summary>Whether FILL gives values to a series that has none at all.</summary>
    public bool FillsTheEmpty { get; init; } = true;

    public int LastKnown => Last - Late;

    /// <summary>The oldest first.</summary>
    public IEnumerable<Minutes> Points => Enumerable.Range(0, Count)
        .Select(index => Last - (Count - 1 - index) * Period)
        .Select(last => new Minutes(last - Period + 1, last));
}
