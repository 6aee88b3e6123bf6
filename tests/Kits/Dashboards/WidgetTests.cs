using Nautilus.Testing.Dashboards;
using static Tests.Kits.Dashboards.DashboardJson;

namespace Tests.Kits.Dashboards;

public sealed class WidgetTests
{
    [Theory]
    [InlineData("type", "\"graph\"", "body.widgets[0].type must be alarm, log, metric, text, got \"graph\"")]
    [InlineData("type", null, "body.widgets[0] must have 'type'")]
    [InlineData("properties", null, "body.widgets[0] must have 'properties'")]
    [InlineData("properties", "[]", "body.widgets[0].properties must be an object")]
    [InlineData("title", "\"Clicks\"", "body.widgets[0] has no 'title'")]
    [InlineData("x", "-1", "body.widgets[0].x must be a whole number from 0 to 23, got -1")]
    [InlineData("y", "0.5", "body.widgets[0].y must be a whole number from 0, got 0.5")]
    [InlineData("x", "19", "body.widgets[0] must end in column 24, got 25")]
    [InlineData("height", "1001", "body.widgets[0].height must be a whole number from 1 to 1000, got 1001")]
    [InlineData("height", "0", "body.widgets[0].height must be a whole number from 1 to 1000, got 0")]
    public void A_mistake_in_a_widget_is_reported(string property, string? value, string complaint) =>
        DashboardBody.Complaints(Body(With(TextWidget, property, value))).Should().Equal(complaint);

    [Fact]
    public void A_widget_as_wide_as_the_dashboard_begins_on_the_left() =>
        DashboardBody.Complaints(Body(With(With(TextWidget, "x", "1"), "width", "24"))).Should().Equal(
            "body.widgets[0] must end in column 24, got 25");

    [Theory]
    [InlineData(0, 6, false)]
    [InlineData(6, 0, false)]
    [InlineData(5, 5, true)]
    [InlineData(0, 0, true)]
    public void Widgets_may_touch_but_not_overlap(int x, int y, bool overlap)
    {
        var second = With(With(TextWidget, "x", $"{x}"), "y", $"{y}");

        DashboardBody.Complaints(Body(TextWidget, second)).Should().Equal(overlap ? ["body.widgets[0] and body.widgets[1] overlap"] : []);
    }

    [Fact]
    public void There_are_500_widgets_at_most() =>
        DashboardBody.Complaints(Body([.. Enumerable.Repeat("""{ "type": "text", "properties": { "markdown": "" } }""", 501)]))
            .Should().Equal("body.widgets must have 0 to 500 items, got 501");
}
