using System.Text.Json;

namespace Nautilus.Functions.Aggregate;

/// <summary>A stretch of time of one shard. Lambda puts records into it by when they arrived.</summary>
internal sealed record Window(string Stream, string Shard, DateTime Start, DateTime End)
{
    /// <summary>Ended before its time: its rest follows as a window of the same times.</summary>
    public bool IsPart { get; init; }

    public static Window Of(JsonElement windowEvent)
    {
        if (!windowEvent.TryGetProperty("window", out var window))
            throw new InvalidOperationException("the event has no window: set a tumbling window on the event source mapping");
        var arn = windowEvent.GetProperty("eventSourceARN").GetString()!;
        return new(arn[(arn.IndexOf('/', StringComparison.Ordinal) + 1)..], windowEvent.GetProperty("shardId").GetString()!, Time("start"), Time("end"))
        {
            IsPart = windowEvent.TryGetProperty("isWindowTerminatedEarly", out var early) && early.GetBoolean(),
        };

        DateTime Time(string name) => window.GetProperty(name).GetDateTimeOffset().UtcDateTime;
    }
}
