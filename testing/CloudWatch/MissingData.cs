namespace Nautilus.Testing.CloudWatch;

/// <summary>What an alarm's points make of its state, when some of them may be missing.</summary>
/// <param name="Treatment">missing, ignore, breaching or notBreaching.</param>
/// <param name="DatapointsToAlarm">M of M out of N.</param>
/// <param name="EvaluationPeriods">N of M out of N.</param>
internal sealed record MissingData(string Treatment, int DatapointsToAlarm, int EvaluationPeriods)
{
    /// <summary>
    /// CloudWatch looks farther back than N, to find N points that are there. AWS does not say how far;
    /// in all its examples, it is two periods.
    /// </summary>
    public const int LookBack = 2;

    public int EvaluationRange => EvaluationPeriods + LookBack;

    /// <param name="points">Whether each point of the evaluation range breaches; null where it is missing. The oldest first.</param>
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
            _ => throw new NotSupportedException($"treat_missing_data '{Treatment}' is not known here"),
        };
    }

    private AlarmState From(int breaching) => breaching >= DatapointsToAlarm ? AlarmState.ALARM : AlarmState.OK;

    /// <summary>All that is there breaches, too little to count to M, and has done so for M periods.</summary>
    private bool IsPremature(IReadOnlyList<bool?> points) =>
        !points.Contains(false) && points.TakeWhile(point => point is null).Count() <= points.Count - DatapointsToAlarm;
}
