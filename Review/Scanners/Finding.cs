namespace Nautilus.Review.Scanners;

/// <summary>A value that breaks a rule.</summary>
/// <param name="Value">The value; null where one is missing.</param>
/// <param name="Where">The attribute, or the part of a policy.</param>
public sealed record Finding(string? Value, string Where)
{
    /// <summary>The value and its place: <c>48 in retention_period</c>.</summary>
    public override string ToString() => $"{Value ?? "nothing"} in {Where}";
}
