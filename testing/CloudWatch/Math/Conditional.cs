namespace Nautilus.Testing.CloudWatch.Math;

/// <summary>IF: without a value for the condition there is none for the whole; a true one of a missing value is 0, a false one is missing.</summary>
internal static class Conditional
{
    public static Value If(Value condition, Value then, Value? otherwise) => condition switch
    {
        Scalar { Number: not 0 } => then,
        Scalar => otherwise ?? throw new NotSupportedException("IF that is always false, and has nothing for it"),
        Series series => new Series([.. series.Points.Select((point, index) => point switch
        {
            null => null,
            not 0 => At(then, index) ?? 0,
            _ => otherwise is null ? null : At(otherwise, index),
        })]),
        _ => throw new NotSupportedException("IF is for a series or a number"),
    };

    private static double? At(Value value, int index) => value switch
    {
        Scalar scalar => scalar.Number,
        Series series => series.Points[index],
        _ => throw new NotSupportedException("IF gives series or numbers"),
    };
}
