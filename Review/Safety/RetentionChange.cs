namespace Nautilus.Review.Safety;

/// <summary>A shorter retention.</summary>
internal static class RetentionChange
{
    public static IEnumerable<Danger> Of(StreamChange change)
    {
        var (name, before) = (change.Now.Name, change.Now.Retention);
        if (change.NewRetention is not { } after || after >= before)
            yield break;

        yield return change.Now.Danger(
            $"stream '{name}': retention of {before} hours becomes {after}",
            $"Kinesis deletes records older than {after} hours at once. Setting {before} hours again does not restore them.",
            $"Check that no consumer lags more than {after} hours. Over the last day, the maximum of GetRecords.IteratorAgeMilliseconds " +
                $"(StreamName={name}), and of SubscribeToShardEvent.MillisBehindLatest for each fan-out consumer, must be well below " +
                $"{after * 3_600_000L}.",
            $"Copy the records of the {before - after} lost hours that you may want to replay: read the stream from TRIM_HORIZON.",
            $"Set {after} hours at a time of little traffic, in a separate apply.");
    }
}
