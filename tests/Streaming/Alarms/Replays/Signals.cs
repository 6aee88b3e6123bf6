
using Nautilus.Testing.Replays;

namespace Tests.Streaming.Alarms.Replays;

/// <summary>All that the stages tell CloudWatch, as far as an alarm looks at it.</summary>
internal static class Signals
{
    public static IReadOnlyList<Signal> All { get; } =
    [
        .. FunctionStories.Signals, .. DeliveryStories.Signals, .. SearchStories.Signals, .. WarehouseStories.Signals, .. FlinkStories.Signals, .. IotStories.Signals,
    ];
}
