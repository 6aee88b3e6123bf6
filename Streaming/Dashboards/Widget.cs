namespace Nautilus.Dashboards;

/// <summary>A widget of a dashboard, which is 24 columns wide.</summary>
internal sealed record Widget(string Type, int Width, int Height, object Properties)
{
    public static Widget Text(string markdown) => new("text", 24, 2, new { markdown });

    public static Widget Alarms(IEnumerable<string> arns) => new("alarm", 24, 3, new { title = "Alarms", alarms = arns });

    public static Widget Graph(
        string title, string region, int width, string axis, Line[] lines, (string Label, double Value)[]? marks = null) =>
        new("metric", width, 6, new
        {
            title,
            region,
            view = "timeSeries",
            period = 60,
            metrics = lines.Select(line => line.Json),
            yAxis = new { left = new { label = axis, min = 0, showUnits = false } },
            annotations = marks is null ? null : new { horizontal = marks.Select(mark => new { label = mark.Label, value = mark.Value }) },
        });
}
