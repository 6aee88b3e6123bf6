namespace Nautilus.Testing.CloudWatch.MetricMath;

/// <summary>The value of an expression: a number, a time series, or an array of time series.</summary>
internal abstract record Value;

internal sealed record Scalar(double Number) : Value;

/// <summary>A value for each point of a window, the oldest first; null where it is missing.</summary>
internal sealed record Series(IReadOnlyList<double?> Points) : Value
{
    public Series Select(Func<double?, double?> change) => new([.. Points.Select(change)]);

    public Series Zip(Series other, Func<double?, double?, double?> combine) => new([.. Points.Zip(other.Points, combine)]);
}

internal sealed record SeriesArray(IReadOnlyList<Series> Items) : Value;
