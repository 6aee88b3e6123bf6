
namespace Nautilus.Testing.Simulation;

/// <summary>
/// A trace played against a stream that something scales. Traffic is spread evenly over the shards and within a minute;
/// a record that is throttled is lost, not sent again.
/// </summary>
internal static class Simulation
{
    public static Outcome Play(Trace trace, Func<SimulatedAws, Action> scaler)
    {
        var stream = new SimulatedStream(Math.Clamp((int)Math.Ceiling(trace.Need(0) / 0.7), 1, trace.Max));
        var aws = new SimulatedAws(stream);
        var scale = scaler(aws);
        var (records, throttled, shardMinutes) = (0.0, 0.0, 0.0);
        var open = new int[trace.Megabytes.Length];
        for (var minute = 0; minute < trace.Megabytes.Length; minute++)
        {
            aws.Time = minute + 0.1;
            if (minute % trace.Tick == 0)
                scale();

            var taken = Math.Min(1, stream.Serving(minute + 0.5) / Math.Max(trace.Need(minute), 1e-9));
            records += trace.RecordsOf(minute);
            throttled += trace.RecordsOf(minute) * (1 - taken);
            shardMinutes += stream.Billed(minute + 0.5);
            open[minute] = stream.Open;
            Report(aws, trace, minute, taken);
        }

        return new(trace, records == 0 ? 0 : throttled / records, shardMinutes / 60, open, stream.Changes);
    }

    private static void Report(SimulatedAws aws, Trace trace, int minute, double taken)
    {
        if (trace.Megabytes[minute] > 0)
        {
            aws.CloudWatch.Put("IncomingBytes", minute, trace.Megabytes[minute] * 60e6 * taken);
            aws.CloudWatch.Put("IncomingRecords", minute, trace.RecordsOf(minute) * 60 * taken);
        }

        if (trace.Lag(minute) is { } lag)
            aws.CloudWatch.Put("GetRecords.IteratorAgeMilliseconds", minute, lag);
    }
}

internal sealed record Outcome(Trace Trace, double Throttled, double ShardHours, int[] Open, IReadOnlyList<SimulatedStream.Change> Changes)
{
    /// <summary>The most in any 24 hours.</summary>
    public int ChangesInADay => Changes.Count == 0 ? 0 :
        Changes.Max(first => Changes.Count(change => change.Time >= first.Time && change.Time < first.Time + SimulatedStream.Day));

    /// <summary>Ups that were taken back within an hour.</summary>
    public int Flaps => Changes.Zip(Changes.Skip(1)).Count(pair => pair.First.IsUp && !pair.Second.IsUp && pair.Second.Time - pair.First.Time < 60);
}
