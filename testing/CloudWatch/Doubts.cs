namespace Nautilus.Testing.CloudWatch;

/// <summary>What AWS leaves open, and alarms must not depend on.</summary>
internal sealed record Doubts
{
    /// <summary>By how many minutes metrics come late.</summary>
    public int MinutesLate { get; init; }

    /// <summary>Whether FILL gives values to a series that has none at all.</summary>
    public bool FillsTheEmpty { get; init; } = true;
}
