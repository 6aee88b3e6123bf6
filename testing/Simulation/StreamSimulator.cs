namespace Nautilus.Testing.Simulation;

/// <summary>
/// Plays traffic to a stream that something scales. Assumed: traffic is even within a minute, and producers do not retry throttled
/// records.
/// </summary>
public static class StreamSimulator
{
    // The stream begins at this share of its capacity.
    private const double InitialUtilisation = 0.7;

    /// <summary>Plays all minutes of a trace.</summary>
    /// <param name="trace">The traffic.</param>
    /// <param name="scaler">Makes, for a simulated AWS, the action that runs once in <see cref="Trace.Tick"/> minutes.</param>
    public static Outcome Play(Trace trace, Func<SimulatedAws, Action> scaler)
    {
        var stream = new SimulatedStream(Math.Clamp((int)Math.Ceiling(trace.Need(0) / InitialUtilisation), 1, trace.Max));
        var aws = new SimulatedAws(stream);
        var scale = scaler(aws);
        var (records, throttled, shardMinutes) = (0.0, 0.0, 0.0);
        var open = new int[trace.Megabytes.Length];
        for (var minute = 0; minute < trace.Megabytes.Length; minute++)
        {
            aws.Time = minute + 0.1;
            if (minute % trace.Tick == 0)
                scale();

            var taken = 1 - trace.Refused(minute, stream.Serving(minute + 0.5));
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
            aws.CloudWatch.PutInParts("IncomingBytes", minute, trace.Megabytes[minute] * 60e6 * taken);
            aws.CloudWatch.PutInParts("IncomingRecords", minute, trace.RecordsOf(minute) * 60 * taken);
            if (taken < 1)
                aws.CloudWatch.PutInParts("WriteProvisionedThroughputExceeded", minute, trace.RecordsOf(minute) * 60 * (1 - taken));
        }

        if (trace.Lag(minute) is { } lag)
            aws.CloudWatch.Put("GetRecords.IteratorAgeMilliseconds", minute, lag);
    }
}
