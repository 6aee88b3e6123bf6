namespace Nautilus.Testing.Pipelines;

/// <summary>What a producer put: one event, or several that the Kinesis Producer Library has aggregated.</summary>
internal sealed record SentRecord(string Key, byte[] Data, params IReadOnlyList<SentEvent> Events)
{
    public bool IsGood => Events.All(sent => sent.Event is not null);
}

/// <param name="Data">As Firehose hands it to a transformation.</param>
/// <param name="Event">What it tells; null when nobody can read it.</param>
internal sealed record SentEvent(byte[] Data, Event? Event);

internal sealed record Event(string Id, string Type, DateTime Time, double Value);
