namespace Nautilus.Review.Safety;

internal static class RetentionChange
{
    public static IEnumerable<Danger> Of(Change change)
    {
        var (name, before) = (change.Now.Name, change.Now.Retention);
        if (change.NewRetention is not { } after || after >= before)
            yield break;

        yield return change.Danger(
            $"stream '{name}': retention of {before} hours becomes {after}",
            $"Records older than {after} hours are gone at once. Setting {before} hours again does not bring them back.",
            $"See that no consumer lags more than {after} hours: over the last day, the maximum of GetRecords.IteratorAgeMilliseconds (StreamName={name}), " +
                $"and of SubscribeToShardEvent.MillisBehindLatest for each fan-out consumer, must stay well below {after * 3_600_000L}.",
            $"Copy what may still be replayed from the {before - after} hours that go: read the stream from TRIM_HORIZON.",
            $"Lower to {after} hours in a quiet hour, in an apply of its own.");
    }
}
