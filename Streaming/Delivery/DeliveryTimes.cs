namespace Nautilus.Delivery;

/// <summary>How long a delivery takes, and how often it reports metrics.</summary>
internal static class DeliveryTimes
{
    private const int ShortestPeriodMinutes = 5;
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(10);

    /// <summary>The time that buffers and retries take, with some slack.</summary>
    public static TimeSpan LateAfter(DeliveryStreamProps stream) => stream.Destination.Patience + Slack;

    /// <summary>The shortest period without gaps in the data: a delivery reports its metrics once in the interval of its buffer.</summary>
    public static TimeSpan Cadence(DeliveryStreamProps stream) =>
        TimeSpan.FromMinutes(Math.Max(ShortestPeriodMinutes, Math.Ceiling(stream.Destination.Interval.TotalMinutes)));
}
