using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.CloudwatchDashboard;
using Nautilus.Foundations;

namespace Nautilus.Dashboards;

/// <summary>What streams do, and the stages of a pipeline before and behind them, at a glance: alarms, traffic, lag, refusals, and what grows with the bill.</summary>
public sealed class Dashboard : Construct
{
    private const string IdOfTheOnly = "dashboard";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public Dashboard(Construct scope, string id, params Observed[] parts)
        : base(scope, id)
    {
        Rules.Check($"dashboard '{id}'",
            (parts.Length > 0, "it must show at least one stream, got none"),
            (parts.Distinct().Count() == parts.Length, "it must show each of its parts once, got one of them twice"));
        var stack = TerraformStack.Of(this).Node.Id;
        var dashboard = new CloudwatchDashboard(this, "Default", new CloudwatchDashboardConfig
        {
            // Dashboards are not of a region: two that bear one name are one, and the last to be written wins.
            DashboardName = $"{Names.Plain(id == IdOfTheOnly ? stack : $"{stack}-{id}")}-{parts[0].Here.Region}",
            DashboardBody = Body(parts),
        });
        foreach (var part in parts)
            part.Changed += () => dashboard.DashboardBody = Body(parts);
    }

    private static string Body(Observed[] parts) =>
        JsonSerializer.Serialize(new { Start = "-PT6H", Widgets = Placed([.. parts.SelectMany(Rows)]) }, Json);

    private static IEnumerable<Widget[]> Rows(Observed part) =>
        [[Widget.Text(part.Heading)], .. part.AlarmArns.Count > 0 ? new[] { new[] { Widget.Alarms(part.AlarmArns) } } : [], .. part.Rows];

    private static IEnumerable<object> Placed(IReadOnlyList<Widget[]> rows)
    {
        var y = 0;
        foreach (var row in rows)
        {
            var x = 0;
            foreach (var widget in row)
            {
                yield return new { widget.Type, X = x, Y = y, widget.Width, widget.Height, widget.Properties };
                x += widget.Width;
            }

            y += row.Max(widget => widget.Height);
        }
    }
}
