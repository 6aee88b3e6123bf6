using System.Text;
using Nautilus.Functions.Aggregate;
using Nautilus.Testing.Lambda;
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

        first.Lines.Concat(second.Lines).Should().BeEmpty("nothing is told before the window ends");
        var final = (Of() with { State = second.State, IsFinal = true }).Handle();

        ((int?)final.Metrics()["view"]["Count"]).Should().Be(1);
        var clicks = final.Metrics()["click"];
        ((int?)clicks["Count"], (double?)clicks["Sum"], (double?)clicks["Minimum"], (double?)clicks["Maximum"]).Should().Be((3, 60, 10, 30));
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
    public void The_same_record_is_counted_once()
    {
        var first = Of(Click(1), Click(1)).Handle();
        var again = (Of(Click(1), Click(1), Click(1)) with { State = first.State, IsFinal = true }).Handle();

        ((int?)again.Metrics()["click"]["Count"]).Should().Be(3, "only the third is new");
        ((int?)again.Lines.Single(line => line.ContainsKey("Duplicates"))["Duplicates"]).Should().Be(2);
    }

    [Fact]
    public void An_event_that_a_producer_put_twice_is_counted_once()
    {
        var final = (Of(Click(1, id: "a"), Click(1, id: "b"), Click(1, id: "a")) with { IsFinal = true }).Handle();

        ((int?)final.Metrics()["click"]["Count"]).Should().Be(2);
    }

    [Fact]
    public void A_repetition_is_known_for_as_many_records_as_promised()
    {
        var state = Of(Enumerable.Range(0, SeenRecords.Capacity).Select(i => Click(1, id: $"{i}"))).Handle().State;

        var known = (From(100_000, Click(1, id: "0")) with { State = state }).Handle();
        ((int?)known.State["duplicates"]).Should().Be(1);
        var forgotten = (From(100_000, Click(1, id: "new"), Click(1, id: "0")) with { State = state }).Handle();
        ((int?)forgotten.State["duplicates"]).Should().Be(0);
    }

    [Fact]
    public void A_late_event_counts_in_the_window_that_it_came_in_and_is_told_apart()
    {
        var final = (Of(Click(1, time: "2026-11-21T04:50:59.999Z"), Click(1), Click(1, time: "2026-11-21T05:00:00Z")) with { IsFinal = true }).Handle();

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
    public void A_poison_record_is_reported_and_what_came_before_it_is_kept()
    {
        var answer = Of(Click(1), Click(2), "poison", Click(3), "poison").Handle();

        answer.Failures.Should().Equal("3");
        ((int?)answer.State["keys"]!["click"]!["count"]).Should().Be(2);
        ((string?)answer.Lines.Single()["reason"], (string?)answer.Lines.Single()["sequence_number"]).Should().Be(("it is not a JSON object", "3"));
    }

    [Fact]
    public void A_poison_record_before_others_fails_the_invocation_so_that_Lambda_halves_the_batch() =>
        FluentActions.Invoking(() => Of("poison", Click(1)).Handle())
            .Should().Throw<FormatException>().WithMessage("record 1 can't be read: it is not a JSON object. *halves the batch*");

    [Fact]
    public void A_poison_record_that_stands_alone_is_reported_and_the_state_is_as_it_was()
    {
        var before = Of(Click(1)).Handle().State;

        var answer = (From(2, "poison") with { State = before }).Handle();

        answer.Failures.Should().Equal("2");
        answer.State.ToJsonString().Should().Be(before.ToJsonString());
    }

    [Fact]
    public void Poison_does_not_block_a_shard_and_nothing_is_counted_twice()
    {
        var records = Enumerable.Range(1, 200).Select(i => (Sequence: $"{i}", Data: Encoding.UTF8.GetBytes(i % 37 == 0 ? "poison" : Click(1)))).ToArray();

        var shard = ShardPlay.Of(records, batch: 50, AggregateInProcess.Handle);

        shard.PutAside.Should().Equal("37", "74", "111", "148", "185");
        ((int?)shard.Final.Metrics()["click"]["Count"]).Should().Be(195);
    }

    [Fact]
    public void An_aggregate_counts_whole_or_not_at_all()
    {
        var answer = new StreamEvent([("1", KplAggregate.Of(Click(1), Click(2))), ("2", KplAggregate.Of(Click(3), "poison"))]).Handle();

        answer.Failures.Should().Equal("2");
        ((int?)answer.State["keys"]!["click"]!["count"]).Should().Be(2);
    }

    [Fact]
    public void A_final_invocation_that_fails_at_a_record_tells_nothing()
    {
        var answer = (Of(Click(1), "poison") with { IsFinal = true }).Handle();

        answer.Failures.Should().Equal("2");
        answer.Metrics().Should().BeEmpty();
        ((int?)answer.State["keys"]!["click"]!["count"]).Should().Be(1);
    }

    [Fact]
    public void Types_beyond_the_bound_are_counted_together()
    {
        var types = Enumerable.Range(0, WindowState.MaximumKeys + 10).Select(i => Click(1, $"type-{i}"));
        var final = (Of([.. types, Click(1, "type-3")]) with { IsFinal = true }).Handle();

        final.Metrics().Should().HaveCount(WindowState.MaximumKeys + 1);
        ((int?)final.Metrics()[WindowState.OtherKey]["Count"]).Should().Be(10);
        ((int?)final.Metrics()["type-3"]["Count"]).Should().Be(2);
    }

    [Fact]
    public void The_state_stays_below_one_megabyte_whatever_comes()
    {
        var state = new WindowState { Duplicates = long.MaxValue };
        for (var i = 0; i < 2 * SeenRecords.Capacity; i++)
            state.Seen.Add(BitConverter.GetBytes(i), i);
        for (var key = 0; key < WindowState.MaximumKeys + 1; key++)
            for (var exponent = -300; exponent < 300; exponent++)
                foreach (var factor in (double[])[1.1, -1.3, 1.7, -3.3, 5.9, -7.7])
                    state.Of(new string('k', 60) + $"{key}").Add(factor * Math.Pow(10, exponent / 8.0), isLate: true);

        var json = new MemoryStream();
        using (var writer = new System.Text.Json.Utf8JsonWriter(json))
            state.Write(writer);

        // The counts here have one digit: there is room for seven, ten million records of one value and key.
        (json.Length + 6 * (WindowState.MaximumKeys + 1) * Sketch.MaximumBins).Should().BeLessThan(1_000_000);
    }

    [Fact]
    public void An_event_without_a_window_is_refused_with_the_remedy() =>
        FluentActions.Invoking(() => new WindowAggregation(new(), null, () => System.IO.Stream.Null)
                .Handle(new("request", """{"Records":[]}"""u8.ToArray()), new()))
            .Should().Throw<InvalidOperationException>().WithMessage("*set a tumbling window on the event source mapping");
}
