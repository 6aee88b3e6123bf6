using System.Text.Json;
using Nautilus.Functions.Aggregate;
using static Nautilus.Testing.Lambda.StreamEvent;
using static Tests.Functions.AggregateInProcess;

namespace Tests.Functions;

public class WindowStateTests
{
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
    public void A_duplicate_is_detected_among_as_many_records_as_promised()
    {
        var state = Of(Enumerable.Range(0, SeenRecords.Capacity).Select(i => Click(1, id: $"{i}"))).Handle().State;

        var known = (From(100_000, Click(1, id: "0")) with { State = state }).Handle();
        ((int?)known.State["duplicates"]).Should().Be(1);
        var forgotten = (From(100_000, Click(1, id: "new"), Click(1, id: "0")) with { State = state }).Handle();
        ((int?)forgotten.State["duplicates"]).Should().Be(0);
    }

    [Fact]
    public void Types_beyond_the_limit_are_counted_together()
    {
        var types = Enumerable.Range(0, WindowState.MaximumKeys + 10).Select(i => Click(1, $"type-{i}"));
        var final = (Of([.. types, Click(1, "type-3")]) with { IsFinal = true }).Handle();

        final.Metrics().Should().HaveCount(WindowState.MaximumKeys + 1);
        ((int?)final.Metrics()[WindowState.OtherKey]["Count"]).Should().Be(10);
        ((int?)final.Metrics()["type-3"]["Count"]).Should().Be(2);
    }

    [Fact]
    public void The_state_stays_below_one_megabyte_with_any_events()
    {
        var state = new WindowState { Duplicates = long.MaxValue };
        for (var i = 0; i < 2 * SeenRecords.Capacity; i++)
            state.Seen.Add(BitConverter.GetBytes(i), i);
        for (var key = 0; key < WindowState.MaximumKeys + 1; key++)
            for (var exponent = -300; exponent < 300; exponent++)
                foreach (var factor in (double[])[1.1, -1.3, 1.7, -3.3, 5.9, -7.7])
                    state.Of(new string('k', 60) + $"{key}").Add(factor * Math.Pow(10, exponent / 8.0), isLate: true);

        var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
            state.Write(writer);

        // The counts here have one digit. There must be room for seven digits: ten million records of one value and key.
        (json.Length + 6 * (WindowState.MaximumKeys + 1) * Sketch.MaximumBins).Should().BeLessThan(1_000_000);
    }
}
