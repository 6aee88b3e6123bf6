namespace Nautilus.Testing.CloudWatch.MetricMath;

/// <summary>
/// The functions of metric math, as in the table of
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
/// </summary>
internal static class Functions
{
    public static Expression Call(string name, IReadOnlyList<Expression> arguments) => (name, arguments.Count) switch
    {
        ("IF", 2) => scope => Conditional.If(arguments[0](scope), arguments[1](scope), null),
        ("IF", 3) => scope => Conditional.If(arguments[0](scope), arguments[1](scope), arguments[2](scope)),
        ("FILL", 2) => scope => Fill(arguments[0](scope), arguments[1](scope), scope.Window),
        ("MAX", 1) => Across(name, arguments[0], values => values.Max()),
        ("MIN", 1) => Across(name, arguments[0], values => values.Min()),
        ("SUM", 1) => Across(name, arguments[0], values => values.Sum()),
        ("AVG", 1) => Across(name, arguments[0], values => values.Average(value => value ?? 0)),
        ("DIFF", 1) => scope => Difference(arguments[0](scope)),
        ("TIME_SERIES", 1) => scope => Constant(arguments[0](scope), scope.Window),
        ("PERIOD", 1) => scope => new Scalar(scope.Window.Period * 60),
        _ => throw new NotSupportedException($"{name} with {arguments.Count} arguments is not modelled"),
    };

    public static Expression Array(IReadOnlyList<Expression> items) => scope =>
        new SeriesArray([.. items.SelectMany(item => SeriesOf(item(scope)))]);

    /// <summary>
    /// Combines the points of an array of series into one series. Of a single series the function gives a number that depends on how
    /// far back CloudWatch looks. AWS advises against that in an alarm, and here it is an error.
    /// </summary>
    private static Expression Across(string name, Expression argument, Func<IReadOnlyList<double?>, double?> combine) =>
        scope => argument(scope) is SeriesArray array
            ? new Series([.. Enumerable.Range(0, scope.Window.Count).Select(point => At(array, point, combine))])
            : throw new NotSupportedException($"{name} of a single series depends on how far back an alarm looks: give it an array");

    private static IReadOnlyList<Series> SeriesOf(Value item) => item switch
    {
        SeriesArray array => array.Items,
        Series series => [series],
        _ => throw new NotSupportedException("an array is of series"),
    };

    private static double? At(SeriesArray array, int point, Func<IReadOnlyList<double?>, double?> combine)
    {
        var values = array.Items.Select(series => series.Points[point]).ToArray();
        return values.All(value => value is null) ? null : combine(values);
    }

    private static Value Fill(Value value, Value filler, Window window) => (value, filler) switch
    {
        (Series series, _) when !window.FillsTheEmpty && series.Points.All(point => point is null) => series,
        (Series series, Scalar scalar) => series.Select(point => point ?? scalar.Number),
        (Series series, Series other) => series.Zip(other, (point, instead) => point ?? instead),
        (SeriesArray array, _) => new SeriesArray([.. array.Items.Select(series => (Series)Fill(series, filler, window))]),
        _ => throw new NotSupportedException("FILL must have a series or an array"),
    };

    /// <summary>The difference to the point before. Assumed: it is missing where either of them is. AWS does not say.</summary>
    private static Series Difference(Value value) => value is Series series
        ? new([.. series.Points.Select((point, index) => index == 0 ? null : point - series.Points[index - 1])])
        : throw new NotSupportedException("DIFF must have a series");

    private static Series Constant(Value value, Window window) => value is Scalar scalar
        ? new([.. Enumerable.Repeat<double?>(scalar.Number, window.Count)])
        : throw new NotSupportedException("TIME_SERIES must have a number");
}
