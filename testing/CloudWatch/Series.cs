namespace Nautilus.Testing.CloudWatch;

/// <summary>What an expression gives: a number, a series of points, or an array of series.</summary>
internal abstract record Value;

internal sealed record Scalar(double Number) : Value;

/// <summary>A value for each point of a window, null where it is missing. The oldest first.</summary>
internal sealed record Series(IReadOnlyList<double?> Points) : Value
{
    public Series Select(Func<double?, double?> change) => new([.. Points.Select(change)]);

    public Series Zip(Series other, Func<double?, double?, double?> combine) => new([.. Points.Zip(other.Points, combine)]);
}

internal sealed record SeriesArray(IReadOnlyList<Series> Items) : Value;
