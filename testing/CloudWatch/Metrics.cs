using Nautilus.Testing.CloudWatch.MetricMath;

namespace Nautilus.Testing.CloudWatch;

/// <summary>The values that were reported to CloudWatch, by metric and minute.</summary>
public sealed class Metrics
{
    private readonly Dictionary<Metric, Dictionary<int, List<Sample>>> _reported = [];

    // Windows slide, and ask for most points again and again.
    private readonly Dictionary<(Metric, string), Dictionary<Minutes, double?>> _known = [];

    /// <summary>The metrics that have a value in any minute.</summary>
    public IEnumerable<Metric> All => _reported.Keys;

    /// <summary>Reports a value.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="minute">The minute, from 1 on.</param>
    /// <param name="value">The value.</param>
    /// <param name="times">How many samples of this value there are.</param>
    public void Report(Metric metric, int minute, double value, double times = 1)
    {
        if (!_reported.TryGetValue(metric, out var minutes))
            _reported[metric] = minutes = [];
        if (!minutes.TryGetValue(minute, out var samples))
            minutes[minute] = samples = [];
        samples.Add(new(value, times));
        _known.Clear();
    }

    /// <summary>The points of a metric within a window. Without a reported value, a point is missing.</summary>
    internal Series Series(Metric metric, string statistic, Window window)
    {
        if (!_reported.TryGetValue(metric, out var minutes))
            return new(new double?[window.Count]);
        if (!_known.TryGetValue((metric, statistic), out var known))
            _known[(metric, statistic)] = known = [];
        return new([.. window.Points.Select(point => Value(point with { Last = Math.Min(point.Last, window.LastKnown) }))]);

        double? Value(Minutes point) =>
            known.TryGetValue(point, out var value) ? value : known[point] = Statistic.Of(Within(minutes, point), statistic);
    }

    private static List<Sample> Within(Dictionary<int, List<Sample>> minutes, Minutes point)
    {
        var found = new List<Sample>();
        for (var minute = point.First; minute <= point.Last; minute++)
            if (minutes.TryGetValue(minute, out var samples))
                found.AddRange(samples);
        return found;
    }
}
