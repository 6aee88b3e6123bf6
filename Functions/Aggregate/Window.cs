using System.Text.Json;

namespace Nautilus.Functions.Aggregate;

/// <summary>A period of one shard. Lambda assigns a record to a window by its arrival time.</summary>
internal sealed record Window(string Stream, string Shard, DateTime Start, DateTime End)
{
    /// <summary>True if Lambda ended the window early: the rest follows as another window with the same times.</summary>
    public bool IsPart { get; init; }

    public static Window Of(JsonElement windowEvent)
    {
        if (!windowEvent.TryGetProperty("window", out var window))
            throw new InvalidOperationException("the event has no window: set a tumbling window on the event source mapping");
        var arn = windowEvent.GetProperty("eventSourceARN").GetString()!;
        var stream = arn[(arn.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return new(stream, windowEvent.GetProperty("shardId").GetString()!, Time("start"), Time("end"))
        {
            IsPart = windowEvent.TryGetProperty("isWindowTerminatedEarly", out var early) && early.GetBoolean(),
        };

        DateTime Time(string name) => window.GetProperty(name).GetDateTimeOffset().UtcDateTime;
    }
}
