using Nautilus.Testing.CloudWatch;

namespace Nautilus.Testing.Replays;

/// <summary>What any AWS resources report, minute by minute. By default all is well, and there is traffic.</summary>
public sealed record StageStory
{
    /// <summary>The last minute. The first is 1.</summary>
    public required int Minutes { get; init; }

    /// <summary>The first and the last minute of the trouble. By default there is none.</summary>
    public (int First, int Last) Trouble { get; init; } = (1, 0);

    /// <summary>The metrics that have other values in the trouble.</summary>
    public IReadOnlyList<Symptom> Symptoms { get; init; } = [];

    /// <summary>Whether there is traffic in a minute. Without it, only signals that are always reported have a value.</summary>
    public Func<int, bool> Traffic { get; init; } = _ => true;

    /// <summary>The metrics that CloudWatch gets.</summary>
    /// <param name="signals">The signals of all resources.</param>
    public Metrics Report(IEnumerable<Signal> signals)
    {
        var metrics = new Metrics();
        foreach (var signal in signals)
            for (var minute = signal.Every; minute <= Minutes; minute += signal.Every)
                if ((signal.Always || Traffic(minute)) && Value(signal, minute) is { } value)
                    metrics.Report(signal.Metric, minute, value);
        return metrics;
    }

    private double? Value(Signal signal, int minute)
    {
        if (minute < Trouble.First || minute > Trouble.Last)
            return signal.Well;
        var since = minute - Trouble.First + 1;
        var symptom = Symptoms.FirstOrDefault(symptom => symptom.Of == signal && since <= symptom.Minutes);
        return symptom is null ? signal.Well : symptom.Value(since);
    }
}
