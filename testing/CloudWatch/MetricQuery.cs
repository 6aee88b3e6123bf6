using System.Text.Json.Nodes;
using Nautilus.Testing.CloudWatch.MetricMath;

namespace Nautilus.Testing.CloudWatch;

/// <summary>One of the queries of an alarm.</summary>
/// <param name="Id">Its name in the expressions of the other queries.</param>
/// <param name="Run">Computes it, from the reported metrics and from the other queries.</param>
internal sealed record MetricQuery(string Id, Func<Metrics, Scope, Value> Run)
{
    public int? Period { get; init; }

    public bool IsResult { get; init; }

    /// <param name="id">Its name in the expressions of the other queries.</param>
    /// <param name="metric">The attributes of a metric.</param>
    /// <param name="statistic">The statistic of the metric.</param>
    public static MetricQuery OfMetric(string id, JsonNode metric, string statistic)
    {
        var dimensions = metric["dimensions"]?.AsObject().Select(dimension => (dimension.Key, dimension.Value!.GetValue<string>())) ?? [];
        var wanted = new Metric(metric["namespace"]!.GetValue<string>(), metric["metric_name"]!.GetValue<string>(), dimensions);
        return new(id, (metrics, scope) => metrics.Series(wanted, statistic, scope.Window)) { Period = metric["period"]?.GetValue<int>() };
    }

    public static MetricQuery OfExpression(string id, string expression)
    {
        if (InsightsQuery.IsOne(expression))
        {
            var query = InsightsQuery.Parse(expression);
            return new(id, (metrics, scope) => query.Run(metrics, scope.Window));
        }

        var parsed = Parser.Parse(expression);
        return new(id, (_, scope) => parsed(scope));
    }

    /// <param name="query">A <c>metric_query</c> of Terraform.</param>
    public static MetricQuery Read(JsonNode query)
    {
        var id = query["id"]!.GetValue<string>();
        var read = query["metric"] is { } metric
            ? OfMetric(id, metric, metric["stat"]!.GetValue<string>())
            : OfExpression(id, query["expression"]!.GetValue<string>());
        return read with
        {
            Period = read.Period ?? query["period"]?.GetValue<int>(),
            IsResult = query["return_data"]?.GetValue<bool>() ?? false,
        };
    }
}
