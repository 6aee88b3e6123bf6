using System.Globalization;

namespace Nautilus.Processing;

/// <summary>Where in a stream a new reader begins.</summary>
public sealed record StartFrom
{
    private StartFrom(string position, DateTimeOffset? time = null)
    {
        Position = position;
        Timestamp = time?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    /// <summary>With the oldest record that the stream still has.</summary>
    public static StartFrom TrimHorizon { get; } = new("TRIM_HORIZON");

    /// <summary>With what comes from now on. What comes while it is being set up may be left out.</summary>
    public static StartFrom Latest { get; } = new("LATEST");

    /// <summary>With what came at a time and after.</summary>
    public static StartFrom At(DateTimeOffset time) => new("AT_TIMESTAMP", time);

    internal string Position { get; }

    internal string? Timestamp { get; }
}
