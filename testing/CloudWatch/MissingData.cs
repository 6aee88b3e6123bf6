namespace Nautilus.Testing.CloudWatch;

/// <summary>
/// The state that an alarm's points give, where some may be missing:
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
/// The tests have all examples of that page.
/// </summary>
/// <param name="Treatment">missing, ignore, breaching or notBreaching.</param>
/// <param name="DatapointsToAlarm">M of M out of N.</param>
/// <param name="EvaluationPeriods">N of M out of N.</param>
internal sealed record MissingData(string Treatment, int DatapointsToAlarm, int EvaluationPeriods)
{
    /// <summary>
    /// CloudWatch looks back farther than N periods, to find N points that exist. AWS does not say how far.
    /// Assumed: two periods, as in all examples of the page.
    /// </summary>
    public const int LookBack = 2;

    public int EvaluationRange => EvaluationPeriods + LookBack;

    /// <param name="points">Whether each point of the evaluation range breaches, the oldest first; null where it is missing.</param>
    /// <param name="current">The state so far.</param>
    public AlarmState State(IReadOnlyList<bool?> points, AlarmState current)
    {
        var real = points.OfType<bool>().ToArray();
        var breaching = real.TakeLast(EvaluationPeriods).Count(breaches => breaches);
        var missing = EvaluationPeriods - real.Length;
        return Treatment switch
        {
            _ when missing <= 0 => From(breaching),
            "breaching" => From(breaching + missing),
            "notBreaching" => From(breaching),
            "missing" when real.Length == 0 => AlarmState.INSUFFICIENT_DATA,
            "missing" => IsPremature(points) ? AlarmState.ALARM : From(breaching),
            "ignore" when real.Length == 0 || IsPremature(points) => current,
            "ignore" => From(breaching),
            _ => throw new NotSupportedException($"treat_missing_data '{Treatment}' is not known"),
        };
    }

    private AlarmState From(int breaching) => breaching >= DatapointsToAlarm ? AlarmState.ALARM : AlarmState.OK;

    /// <summary>
    /// The rule of the section "Avoiding premature transitions to alarm state": fewer than M points exist, all of them breach,
    /// and the oldest is at least M periods old.
    /// </summary>
    private bool IsPremature(IReadOnlyList<bool?> points) =>
        !points.Contains(false) && points.TakeWhile(point => point is null).Count() <= points.Count - DatapointsToAlarm;
}
