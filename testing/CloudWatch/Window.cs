namespace Nautilus.Testing.CloudWatch;

/// <summary>The minutes of one point, both included.</summary>
internal readonly record struct Range(int First, int Last);

/// <summary>So many periods up to a minute: CloudWatch's window slides, so every evaluation has its own periods.</summary>
internal sealed record Window(int Last, int Count, int Period)
{
    /// <summary>By how many minutes what is reported comes late: the last ones are not known yet.</summary>
    public int Late { get; init; }

    /// <summary>Whether FILL gives values to a series that has none at all: AWS does not say.</summary>
    public bool FillsTheEmpty { get; init; } = true;

    public int LastKnown => Last - Late;

    /// <summary>The oldest first.</summary>
    public IEnumerable<Range> Points => Enumerable.Range(0, Count)
        .Select(index => Last - (Count - 1 - index) * Period)
        .Select(last => new Range(last - Period + 1, last));
}
