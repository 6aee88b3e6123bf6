using Nautilus.Testing.Replays;

namespace Tests.Streaming.Alarms.Replays;

/// <summary>The metrics of all stages that an alarm watches.</summary>
internal static class Signals
{
    public static IReadOnlyList<Signal> All { get; } =
    [
        .. FunctionStories.Signals, .. DeliveryStories.Signals, .. SearchStories.Signals,
        .. WarehouseStories.Signals, .. FlinkStories.Signals, .. IotStories.Signals,
    ];
}
