using System.Text.Json;

namespace Nautilus.Functions.Records;

/// <summary>
/// The time of an event, as producers write it: ISO 8601, in UTC unless it has an offset, or a number of seconds, or of
/// milliseconds if the same number of seconds would be beyond the year 5000.
/// </summary>
public static class EventTime
{
    /// <summary>The length of <c>2026-11-21T04:52:00.000Z</c>.</summary>
    public const int Length = 24;

    private const double FirstMilliseconds = 1e11;

    private static readonly DateTime Earliest = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Latest = new(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Reads a time. Returns false if the value is no time, or is not between 2000 and 2100.</summary>
    /// <param name="value">The reader, at the value.</param>
    /// <param name="time">The time in UTC.</param>
    public static bool TryRead(ref Utf8JsonReader value, out DateTime time)
    {
        time = default;
        var isTime = value.TokenType switch
        {
            JsonTokenType.String => TryReadText(ref value, out time),
            JsonTokenType.Number => TryReadNumber(ref value, out time),
            _ => false,
        };
        return isTime && time >= Earliest && time < Latest;
    }

    /// <summary>Writes a time with milliseconds, in <see cref="Length"/> bytes.</summary>
    /// <param name="time">The time, in UTC.</param>
    /// <param name="destination">The buffer, of <see cref="Length"/> bytes or more.</param>
    public static void Write(DateTime time, Span<byte> destination)
    {
        Span<byte> whole = stackalloc byte[28];
        time.TryFormat(whole, out _, "O");
        whole[..(Length - 1)].CopyTo(destination);
        destination[Length - 1] = (byte)'Z';
    }

    private static bool TryReadText(ref Utf8JsonReader value, out DateTime time)
    {
        if (!value.TryGetDateTime(out time))
            return false;
        time = time.Kind switch
        {
            DateTimeKind.Unspecified => DateTime.SpecifyKind(time, DateTimeKind.Utc),
            DateTimeKind.Local => value.GetDateTimeOffset().UtcDateTime,
            _ => time,
        };
        return true;
    }

    private static bool TryReadNumber(ref Utf8JsonReader value, out DateTime time)
    {
        time = default;
        if (!value.TryGetDouble(out var number))
            return false;
        var milliseconds = Math.Abs(number) < FirstMilliseconds ? number * 1000 : number;
        if (Math.Abs(milliseconds) > 1e14)
            return false;
        time = DateTime.UnixEpoch.AddTicks((long)Math.Round(milliseconds) * TimeSpan.TicksPerMillisecond);
        return true;
    }
}
