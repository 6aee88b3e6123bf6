namespace Tests.EndToEnd;

/// <summary>A record that a producer put: one event, or several that the Kinesis Producer Library has aggregated.</summary>
internal sealed record SentRecord(string Key, byte[] Data, params IReadOnlyList<SentEvent> Events)
{
    public bool IsGood => Events.All(sent => sent.Event is not null);
}

/// <summary>An event in a record.</summary>
/// <param name="Data">The data as Firehose sends it to a transformation.</param>
/// <param name="Event">The event in the data; null if the data is unreadable.</param>
internal sealed record SentEvent(byte[] Data, Event? Event);

/// <summary>The fields of an event that the tests compare.</summary>
internal sealed record Event(string Id, string Type, DateTime Time, double Value);
