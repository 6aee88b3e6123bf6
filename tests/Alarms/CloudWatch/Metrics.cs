namespace Nautilus.Tests.Alarming.CloudWatch;

/// <summary>All that was reported, by metric and minute.</summary>
internal sealed class Metrics
{
    private readonly Dictionary<Metric, Dictionary<int, List<Sample>>> _reported = [];

    public IEnumerable<Metric> All => _reported.Keys;

    public void Report(Metric metric, int minute, double value, double times = 1)
    {
        if (!_reported.TryGetValue(metric, out var minutes))
            _reported[metric] = minutes = [];
        if (!minutes.TryGetValue(minute, out var samples))
            minutes[minute] = samples = [];
        samples.Add(new(value, times));
    }

    /// <summary>The points of a metric within a window. A metric that nobody reported has no value at any of them.</summary>
    public Series Series(Metric metric, string statistic, Window window)
    {
        var minutes = _reported.GetValueOrDefault(metric);
        return new([.. window.Points.Select(point => minutes is null ? null : Statistic.Of(Within(minutes, point with { Last = System.Math.Min(point.Last, window.LastKnown) }), statistic))]);
    }

    private static List<Sample> Within(Dictionary<int, List<Sample>> minutes, Range point)
    {
        if (point.First == point.Last)
            return minutes.GetValueOrDefault(point.First) ?? [];
        var found = new List<Sample>();
        for (var minute = point.First; minute <= point.Last; minute++)
            if (minutes.TryGetValue(minute, out var samples))
                found.AddRange(samples);
        return found;
    }
}
