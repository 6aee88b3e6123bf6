using System.Globalization;

namespace Nautilus.Testing.CloudWatch.MetricMath;

/// <summary>Points as text, such as <c>1 - 2.5</c>: - is a missing point.</summary>
internal static class Points
{
    public static double?[] Read(string text) =>
        [.. text.Split(' ').Select(point => point == "-" ? (double?)null : double.Parse(point, CultureInfo.InvariantCulture))];

    public static string Write(Value value) => value switch
    {
        Series series => string.Join(' ', series.Points.Select(Write)),
        SeriesArray array => string.Join(" | ", array.Items.Select(Write)),
        Scalar scalar => $"scalar {scalar.Number}",
        _ => throw new NotSupportedException(),
    };

    private static string Write(double? point) => point?.ToString("0.###", CultureInfo.InvariantCulture) ?? "-";
}
