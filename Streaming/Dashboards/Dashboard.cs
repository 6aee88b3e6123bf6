using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.CloudwatchDashboard;
using Nautilus.Streaming.Access;

namespace Nautilus.Streaming.Dashboards;

/// <summary>What streams do, at a glance: their alarms, traffic, lag, refusals, consumers, and what grows with their bill.</summary>
public sealed class Dashboard : Construct
{
    private const string IdOfTheOnly = "dashboard";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public Dashboard(Construct scope, string id, params DataStream[] streams)
        : base(scope, id)
    {
        Rules.Check($"dashboard '{id}'",
            (streams.Length > 0, "it must show at least one stream, got none"),
            (streams.Distinct().Count() == streams.Length, "it must show each stream once, got one of them twice"));
        var stack = TerraformStack.Of(this).Node.Id;
        var dashboard = new CloudwatchDashboard(this, "Default", new CloudwatchDashboardConfig
        {
            // Dashboards are not of a region: two that bear one name are one, and the last to be written wins.
            DashboardName = $"{Names.Plain(id == IdOfTheOnly ? stack : $"{stack}-{id}")}-{streams[0].Here.Region}",
            DashboardBody = Body(streams),
        });
        foreach (var stream in streams)
            stream.Changed += () => dashboard.DashboardBody = Body(streams);
    }

    private static string Body(DataStream[] streams) =>
        JsonSerializer.Serialize(new { Start = "-PT6H", Widgets = Placed([.. streams.SelectMany(StreamRows.Of)]) }, Json);

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
