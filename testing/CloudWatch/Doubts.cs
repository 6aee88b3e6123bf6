namespace Nautilus.Testing.CloudWatch;

/// <summary>What AWS leaves open. An alarm should behave alike with every answer.</summary>
public sealed record Doubts
{
    /// <summary>By how many minutes metrics are late. AWS states no limit.</summary>
    public int MinutesLate { get; init; }

    /// <summary>Whether the function FILL gives values to a time series that has none at all. AWS does not say.</summary>
    public bool FillsTheEmpty { get; init; } = true;
}
