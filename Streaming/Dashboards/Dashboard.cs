using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.CloudwatchDashboard;
using Nautilus.Foundations;

namespace Nautilus.Dashboards;

/// <summary>A CloudWatch dashboard of streams and of the stages of a pipeline: alarms, traffic, lag, refusals and cost drivers.</summary>
public sealed class Dashboard : Construct
{
    private const string IdOfTheOnly = "dashboard";

    /// <param name="scope">The stack.</param>
    /// <param name="id">The construct's id. The dashboard <c>dashboard</c> has the name of the stack; any other also has its id.</param>
    /// <param name="parts">What the dashboard shows, from top to bottom.</param>
    public Dashboard(Construct scope, string id, params Observed[] parts)
        : base(scope, id)
    {
        Check.That($"dashboard '{id}'",
            Rule.That(parts.Length > 0, "it must show at least one stream, got none"),
            Rule.That(parts.Distinct().Count() == parts.Length, "it must show each of its parts once, got one of them twice"));
        var stack = TerraformStack.Of(this).Node.Id;
        new CloudwatchDashboard(this, "Default", new CloudwatchDashboardConfig
        {
            // Dashboards have no region: of two with the same name, the last one that is written replaces the other.
            DashboardName = $"{Names.Plain(id == IdOfTheOnly ? stack : $"{stack}-{id}")}-{parts[0].Location.Region}",
            DashboardBody = AtSynth.Text(() => Body(parts)),
        });
    }

    private static string Body(Observed[] parts) =>
        JsonText.Of(new { Start = "-PT6H", Widgets = Placed([.. parts.SelectMany(Rows)]) });

    private static IEnumerable<Widget[]> Rows(Observed part)
    {
        yield return [Widget.Text(part.Heading)];
        if (part.AlarmArns.ToArray() is { Length: > 0 } alarms)
            yield return [Widget.Alarms(alarms)];
        foreach (var row in part.Rows)
            yield return row;
    }

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
