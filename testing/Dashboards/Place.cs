using System.Text.Json.Nodes;

namespace Nautilus.Testing.Dashboards;

/// <summary>Where a widget is on the grid.</summary>
internal sealed record Place(string At, int Left, int Top, int Width, int Height)
{
    public int Right => Left + Width;

    private int Bottom => Top + Height;

    /// <summary>Null for a widget that CloudWatch places itself.</summary>
    public static Place? Of(JsonNode widget, string at) => widget["x"].AsWhole() is { } x && widget["y"].AsWhole() is { } y
        ? new(at, x, y, widget["width"].AsWhole() ?? Widgets.DefaultSize, widget["height"].AsWhole() ?? Widgets.DefaultSize)
        : null;

    public bool Overlaps(Place other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}
