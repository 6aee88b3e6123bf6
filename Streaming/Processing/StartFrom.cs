using System.Globalization;

namespace Nautilus.Processing;

/// <summary>The position in a stream at which a new reader begins.</summary>
public sealed record StartFrom
{
    private StartFrom(string position, DateTimeOffset? time = null)
    {
        Position = position;
        Timestamp = time?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    /// <summary>The oldest record in the stream.</summary>
    public static StartFrom TrimHorizon { get; } = new("TRIM_HORIZON");

    /// <summary>Records that arrive from now on. Records that arrive while the reader is created can be skipped.</summary>
    public static StartFrom Latest { get; } = new("LATEST");

    /// <summary>Records that arrived at this time or later.</summary>
    public static StartFrom At(DateTimeOffset time) => new("AT_TIMESTAMP", time);

    internal string Position { get; }

    internal string? Timestamp { get; }
}
