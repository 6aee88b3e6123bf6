using System.Text;
using Nautilus.Testing.Lambda;
using static Nautilus.Testing.Lambda.FirehoseEvent;
using static Tests.Functions.TransformInProcess;

namespace Tests.Functions;

public class KplAggregateTests
{
    private static string Event(int id, string type = "click", string time = "2026-11-21T04:51:00Z") =>
        $$"""{"event_type":"{{type}}","event_time":"{{time}}","event_id":{{id}}}""";

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(500)]
    public void An_aggregate_becomes_as_many_lines_of_one_record(int count)
    {
        var record = TransformBytes(KplAggregate.Of(Enumerable.Range(0, count).Select(id => Event(id)))).Single();

        record.IsGood.Should().BeTrue();
        record.Events.Select(e => (string?)e["event_id"]).Should().Equal(Enumerable.Range(0, count).Select(id => $"{id}"));
    }

    [Fact]
    public void One_bad_event_fails_the_aggregate_whole()
    {
        var aggregate = KplAggregate.Of(Event(1), "bad", Event(3));

        var answer = Answer(Of(aggregate));

        answer.Records.Single().IsGood.Should().BeFalse();
        answer.Records.Single().Data.Should().Equal(aggregate);
        answer.Log.Should().Contain("the event is not a JSON object");
    }

    [Theory]
    [InlineData("view", "2026-11-21T04:51:00Z")]
    [InlineData("click", "2026-11-21T03:51:00Z")]
    public void An_aggregate_across_partitions_fails(string type, string time) =>
        Answer(Of(KplAggregate.Of(Event(1), Event(2, type, time)))).Log
            .Should().Contain("the aggregate has events of more than one partition");

    [Fact]
    public void A_damaged_aggregate_fails()
    {
        var aggregate = KplAggregate.Of(Event(1));
        for (var i = 4; i < aggregate.Length; i++)
        {
            var damaged = aggregate.ToArray();
            damaged[i] ^= 1;
            Answer(Of(damaged)).Log.Should().Contain("the checksum of the aggregate does not match");
        }
    }

    [Theory]
    [InlineData(new byte[] { 0x1A, 0x7F }, "the message ends within a field")]
    [InlineData(new byte[] { 0x1A }, "the message ends within a field")]
    [InlineData(new byte[] { 0x1A, 0x02, 0x08, 0x01 }, "the aggregate has a record without data")]
    [InlineData(new byte[] { 0x1B }, "the message has a field of an unknown protobuf type")]
    [InlineData(new byte[] { 0x18, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01 }, "a number is longer than 10 bytes")]
    [InlineData(new byte[] { }, "the aggregate is empty")]
    public void A_damaged_message_with_a_good_checksum_fails(byte[] message, string reason) =>
        Answer(Of(KplAggregate.Seal(message))).Log.Should().Contain(reason);

    [Fact]
    public void Every_truncated_aggregate_fails_alone()
    {
        var aggregate = KplAggregate.Of(Event(1), Event(2));
        var cuts = Enumerable.Range(0, aggregate.Length).Select(length => aggregate[..length]);

        var answers = TransformBytes([.. cuts, aggregate]);

        answers.Select(answer => answer.IsGood).Should().Equal([.. Enumerable.Repeat(false, aggregate.Length), true]);
    }

    [Fact]
    public void Fields_of_a_later_protocol_are_ignored()
    {
        var inner = Encoding.UTF8.GetBytes(Event(1));
        byte[] record = [0x1A, (byte)inner.Length, .. inner];
        byte[] message = [0x79, 1, 2, 3, 4, 5, 6, 7, 8, 0x7D, 1, 2, 3, 4, 0x1A, (byte)record.Length, .. record];

        TransformBytes(KplAggregate.Seal(message)).Single().IsGood.Should().BeTrue();
    }
}
