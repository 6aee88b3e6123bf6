using Nautilus.Functions.Aggregate;
using static Nautilus.Testing.Lambda.StreamEvent;
using static Tests.Functions.AggregateInProcess;

namespace Tests.Functions;

public class AggregateTests
{
    [Fact]
    public void A_window_is_counted_over_all_its_invocations()
    {
        var first = Of(Click(10), Click(20), Click(type: "view")).Handle();
        var second = (From(4, Click(30)) with { State = first.State }).Handle();

        first.Lines.Concat(second.Lines).Should().BeEmpty("nothing is written before the window ends");
        var final = (Of() with { State = second.State, IsFinal = true }).Handle();

        ((int?)final.Metrics()["view"]["Count"]).Should().Be(1);
        var clicks = final.Metrics()["click"];
        ((int?)clicks["Count"], (double?)clicks["Sum"]).Should().Be((3, 60));
        ((double?)clicks["Minimum"], (double?)clicks["Maximum"]).Should().Be((10, 30));
        ((double?)clicks["P50"]).Should().BeApproximately(20, 20 * Sketch.RelativeError);
    }

    [Fact]
    public void The_next_window_begins_empty()
    {
        var final = (Of(Click(1)) with { IsFinal = true }).Handle();
        var next = (From(2, Click(5)) with { State = final.State, IsFinal = true }).Handle();

        ((int?)next.Metrics()["click"]["Count"], (double?)next.Metrics()["click"]["Sum"]).Should().Be((1, 5));
    }

    [Fact]
    public void A_late_event_counts_in_the_window_of_its_arrival_and_as_late()
    {
        var late = Click(1, time: "2026-11-21T04:50:59.999Z");
        var early = Click(1, time: "2026-11-21T05:00:00Z");
        var final = (Of(late, Click(1), early) with { IsFinal = true }).Handle();

        ((int?)final.Metrics()["click"]["Count"], (int?)final.Metrics()["click"]["Late"]).Should().Be((3, 1));
    }

    [Fact]
    public void An_event_without_a_value_is_counted_only()
    {
        var click = (Of(Click()) with { IsFinal = true }).Handle().Metrics()["click"];

        ((int?)click["Count"]).Should().Be(1);
        click.ContainsKey("Sum").Should().BeFalse();
    }

    [Fact]
    public void An_event_without_a_window_is_refused_with_the_remedy() =>
        FluentActions.Invoking(() => new WindowAggregation(new(), null, () => System.IO.Stream.Null)
                .Handle(new("request", """{"Records":[]}"""u8.ToArray()), new()))
            .Should().Throw<InvalidOperationException>().WithMessage("*set a tumbling window on the event source mapping");
}
