using System.Text;
using Nautilus.Testing.Lambda;
using static Nautilus.Testing.Lambda.StreamEvent;
using static Tests.Functions.AggregateInProcess;

namespace Tests.Functions;

public class PoisonRecordTests
{
    [Fact]
    public void A_poison_record_is_reported_and_the_records_before_it_are_kept()
    {
        var answer = Of(Click(1), Click(2), "poison", Click(3), "poison").Handle();

        answer.Failures.Should().Equal("3");
        ((int?)answer.State["keys"]!["click"]!["count"]).Should().Be(2);
        var line = answer.Lines.Single();
        ((string?)line["reason"], (string?)line["sequence_number"]).Should().Be(("the event is not a JSON object", "3"));
    }

    [Fact]
    public void A_poison_record_before_others_fails_the_invocation_so_that_Lambda_splits_the_batch() =>
        FluentActions.Invoking(() => Of("poison", Click(1)).Handle())
            .Should().Throw<FormatException>().WithMessage("record 1 can't be read: the event is not a JSON object. *splits the batch*");

    [Fact]
    public void A_poison_record_that_is_alone_is_reported_and_the_state_does_not_change()
    {
        var before = Of(Click(1)).Handle().State;

        var answer = (From(2, "poison") with { State = before }).Handle();

        answer.Failures.Should().Equal("2");
        answer.State.ToJsonString().Should().Be(before.ToJsonString());
    }

    [Fact]
    public void Poison_does_not_block_a_shard_and_nothing_is_counted_twice()
    {
        var records = Enumerable.Range(1, 200)
            .Select(i => (Sequence: $"{i}", Data: Encoding.UTF8.GetBytes(i % 37 == 0 ? "poison" : Click(1))))
            .ToArray();

        var shard = ShardPlay.Of(records, batch: 50, AggregateInProcess.Handle);

        shard.PutAside.Should().Equal("37", "74", "111", "148", "185");
        ((int?)shard.Final.Metrics()["click"]["Count"]).Should().Be(195);
    }

    [Fact]
    public void An_aggregate_counts_whole_or_not_at_all()
    {
        var good = KplAggregate.Of(Click(1), Click(2));
        var bad = KplAggregate.Of(Click(3), "poison");

        var answer = new StreamEvent([("1", good), ("2", bad)]).Handle();

        answer.Failures.Should().Equal("2");
        ((int?)answer.State["keys"]!["click"]!["count"]).Should().Be(2);
    }

    [Fact]
    public void A_final_invocation_that_fails_at_a_record_writes_no_metrics()
    {
        var answer = (Of(Click(1), "poison") with { IsFinal = true }).Handle();

        answer.Failures.Should().Equal("2");
        answer.Metrics().Should().BeEmpty();
        ((int?)answer.State["keys"]!["click"]!["count"]).Should().Be(1);
    }
}
