namespace Nautilus.Testing.CloudWatch.MetricMath;

/// <summary>
/// Arithmetic, comparison and logic, point by point. Where one of two series is missing, it counts as 0. Where both are missing, or the
/// divisor is 0, the result is missing. The tests have the examples of
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
/// </summary>
internal static class Operators
{
    public static Value Apply(string sign, Value left, Value right) => (left, right) switch
    {
        (Scalar a, Scalar b) => new Scalar(
            Compute(sign, a.Number, b.Number) ?? throw new DivideByZeroException($"{a.Number} {sign} {b.Number}")),
        (Series a, Scalar b) => a.Select(point => point is { } x ? Compute(sign, x, b.Number) : null),
        (Scalar a, Series b) => b.Select(point => point is { } y ? Compute(sign, a.Number, y) : null),
        (Series a, Series b) => a.Zip(b, (x, y) => x is null && y is null ? null : Compute(sign, x ?? 0, y ?? 0)),
        (SeriesArray a, SeriesArray b) when a.Items.Count == b.Items.Count => Array(a.Items.Zip(b.Items, (x, y) => Apply(sign, x, y))),
        (SeriesArray a, not SeriesArray) => Array(a.Items.Select(item => Apply(sign, item, right))),
        (not SeriesArray, SeriesArray b) => Array(b.Items.Select(item => Apply(sign, left, item))),
        _ => throw new NotSupportedException($"the arrays of '{sign}' must have one length"),
    };

    private static SeriesArray Array(IEnumerable<Value> items) => new([.. items.Cast<Series>()]);

    private static double? Compute(string sign, double left, double right) => sign switch
    {
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "/" => right == 0 ? null : left / right,
        "^" => Math.Pow(left, right),
        "==" => Truth(left == right),
        "!=" => Truth(left != right),
        "<" => Truth(left < right),
        "<=" => Truth(left <= right),
        ">" => Truth(left > right),
        ">=" => Truth(left >= right),
        "AND" or "&&" => Truth(left != 0 && right != 0),
        "OR" or "||" => Truth(left != 0 || right != 0),
        _ => throw new NotSupportedException($"'{sign}' is not modelled"),
    };

    private static double Truth(bool holds) => holds ? 1 : 0;
}
