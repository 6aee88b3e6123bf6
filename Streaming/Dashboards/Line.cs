using Nautilus.Alarms;

namespace Nautilus.Dashboards;

/// <summary>A line of a graph, or a metric that only feeds one.</summary>
internal sealed record Line(object[] Json)
{
    public static Line Of(Metric metric, string label) => new([.. Name(metric), new { label, stat = metric.Statistic }]);

    public static Line Hidden(string id, Metric metric) => new([.. Name(metric), new { id, stat = metric.Statistic, visible = false }]);

    public static Line Of(string id, string expression, string label) => new([new { id, expression, label }]);

    private static IEnumerable<object> Name(Metric metric) =>
        [metric.Namespace, metric.Name, .. metric.Dimensions.SelectMany(dimension => new[] { dimension.Key, dimension.Value })];
}
