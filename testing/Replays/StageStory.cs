using Nautilus.Testing.CloudWatch;

namespace Nautilus.Testing.Replays;

/// <summary>What the stages of a pipeline tell, minute by minute. Unless told otherwise, all is well, and records come.</summary>
internal sealed record StageStory
{
    public required int Minutes { get; init; }

    /// <summary>The first and the last minute of the trouble.</summary>
    public (int First, int Last) Trouble { get; init; } = (1, 0);

    public IReadOnlyList<Symptom> Symptoms { get; init; } = [];

    public Func<int, bool> Traffic { get; init; } = _ => true;

    /// <summary>All that CloudWatch is told.</summary>
    public Metrics Tell(IEnumerable<Signal> signals)
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
        var since = minute - Trouble.First + 1;
        return minute >= Trouble.First && minute <= Trouble.Last && Symptoms.FirstOrDefault(symptom => symptom.Of == signal && since <= symptom.Minutes) is { } symptom
            ? symptom.Value(since)
            : signal.Well;
    }
}
