namespace Nautilus.Testing.CloudWatch.MetricMath;

/// <summary>
/// The function IF. Where the condition is missing, the result is missing. Where it is true and the value is missing, the result is 0.
/// Where it is false and the other value is missing, the result is missing. The tests have the examples of the page
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html, section "Using IF expressions".
/// </summary>
internal static class Conditional
{
    public static Value If(Value condition, Value then, Value? otherwise) => condition switch
    {
        Scalar { Number: not 0 } => then,
        Scalar => otherwise ?? throw new NotSupportedException("IF with a condition that is always false must have a third argument"),
        Series series => new Series([.. series.Points.Select((point, index) => point switch
        {
            null => null,
            not 0 => At(then, index) ?? 0,
            _ => otherwise is null ? null : At(otherwise, index),
        })]),
        _ => throw new NotSupportedException("the condition of IF must be a series or a number"),
    };

    private static double? At(Value value, int index) => value switch
    {
        Scalar scalar => scalar.Number,
        Series series => series.Points[index],
        _ => throw new NotSupportedException("the values of IF must be series or numbers"),
    };
}
