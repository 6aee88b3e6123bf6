using System.Text.Json;

namespace Nautilus.Functions.Records;

/// <summary>
/// When something happened, as producers write it: ISO 8601, in UTC where no offset is given, or a number of seconds, or
/// of milliseconds where seconds would lie beyond the year 5000.
/// </summary>
public static class EventTime
{
    /// <summary>The length of <c>2026-11-21T04:52:00.000Z</c>.</summary>
    public const int Length = 24;

    private const double FirstMilliseconds = 1e11;

    private static readonly DateTime Earliest = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Latest = new(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>False for what is no time, and for times that no event of a running system has.</summary>
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
