using System.Text;
using System.Text.Json.Nodes;
using static Nautilus.Testing.Lambda.FirehoseEvent;
using static Tests.Functions.TransformInProcess;

namespace Tests.Functions;

public class TransformTests
{
    private const string Good = """{"eventType":"click","eventTime":"2026-11-21T04:51:00Z"}""";

    [Fact]
    public void Every_record_is_answered_once_and_in_order()
    {
        var answers = Transform(Enumerable.Range(0, 100).Select(i => i % 3 == 0 ? "bad" : Good));

        answers.Select(answer => answer.Id).Should().Equal(Enumerable.Range(0, 100).Select(IdOf));
        answers.Where(answer => !answer.IsGood).Should().HaveCount(34);
    }

    [Fact]
    public void A_batch_without_records_gets_an_answer_without_records() => Transform().Should().BeEmpty();

    [Fact]
    public void A_record_from_a_stream_keeps_its_shard_and_its_sequence_numbers()
    {
        var record = Answer(FromStream("""
            {"EventType":"order.changed","event-time":1795236660,"eventId":"a-1","source":"orders","value":12.50,
             "HTTPMethod":"POST","after":{"id":1, "tags":["a\"b"]},"was":null,"isPaid":true}
            """)).Records.Single();

        record.Events.Single().ToJsonString().Should().Be(JsonNode.Parse("""
            {
              "event_type": "order.changed",
              "event_time": "2026-11-21T04:51:00.000Z",
              "event_id": "a-1",
              "source": "orders",
              "value": 12.50,
              "attributes": {
                "http_method": "POST", "after": "{\"id\":1, \"tags\":[\"a\\\"b\"]}", "was": null, "is_paid": "true"
              },
              "ingest_time": "2026-11-21T04:52:00.000Z",
              "ingest_shard": "shardId-000000000003",
              "ingest_sequence": "49590338271490256608559692538361571095921575989136588898",
              "ingest_subsequence": "7"
            }
            """)!.ToJsonString());
    }

    [Fact]
    public void The_partition_is_the_type_and_the_hour_of_the_event()
    {
        var keys = Transform("""{"event_type":"click","event_time":"2026-01-02T01:30:00+02:00"}""").Single().PartitionKeys!;

        keys.ToDictionary(key => key.Key, key => (string)key.Value!).Should().Equal(new Dictionary<string, string>
        {
            ["event_type"] = "click",
            ["year"] = "2026",
            ["month"] = "01",
            ["day"] = "01",
            ["hour"] = "23",
        });
    }

    [Theory]
    [InlineData("\"2026-11-21T04:51:00Z\"", "2026-11-21T04:51:00.000Z")]
    [InlineData("\"2026-11-21T04:51:00.123456Z\"", "2026-11-21T04:51:00.123Z")]
    [InlineData("\"2026-11-21T06:51:00+02:00\"", "2026-11-21T04:51:00.000Z")]
    [InlineData("\"2026-11-21T04:51:00\"", "2026-11-21T04:51:00.000Z")]
    [InlineData("\"2026-11-21\"", "2026-11-21T00:00:00.000Z")]
    [InlineData("1795236660", "2026-11-21T04:51:00.000Z")]
    [InlineData("1795236660.5", "2026-11-21T04:51:00.500Z")]
    [InlineData("1795236660123", "2026-11-21T04:51:00.123Z")]
    public void Times_become_UTC_with_milliseconds(string written, string time) =>
        ((string?)Transform($$"""{"event_type":"click","event_time":{{written}}}""").Single().Events.Single()["event_time"])
            .Should().Be(time);

    [Fact]
    public void An_event_that_grows_as_much_as_possible_is_written_whole()
    {
        var attributes = Enumerable.Range(0, 256).Select(i => $$"""  "aBcDeF{{i}}":[["\"","","",{"":""}]]""");

        var written = Transform($$"""{"event_type":"a","event_time":1795236660,{{string.Join(',', attributes)}}}""").Single();

        written.IsGood.Should().BeTrue();
        var read = written.Events.Single()["attributes"]!.AsObject();
        read.Should().HaveCount(256).And.OnlyContain(attribute => attribute.Key.StartsWith("a_bc_de_f"));
        read.Should().OnlyContain(attribute => (string)attribute.Value! == """[["\"","","",{"":""}]]""");
    }

    [Theory]
    [InlineData("eventType", "event_type")]
    [InlineData("EventType", "event_type")]
    [InlineData("event-type", "event_type")]
    [InlineData("Event Type", "event_type")]
    [InlineData("EVENT_TYPE", "event_type")]
    [InlineData("HTTPServer", "http_server")]
    [InlineData("userID", "user_id")]
    [InlineData("x1Y", "x1_y")]
    [InlineData("__a..b__", "a_b")]
    [InlineData("größe", "größe")]
    [InlineData("Schl\\u00fcssel", "schlüssel")]
    public void Names_become_snake_case(string written, string name)
    {
        var withType = $$"""{"event_type":"click","event_time":1795236660,"{{written}}":"x"}""";
        var withoutType = $$"""{"event_time":1795236660,"{{written}}":"x"}""";
        var fields = Transform(withType, withoutType).Single(record => record.IsGood).Events.Single();

        if (name == "event_type")
            ((string?)fields["event_type"]).Should().Be("x");
        else
            ((string?)fields["attributes"]![name]).Should().Be("x");
    }

    [Fact]
    public void An_event_of_another_service_is_refused() =>
        FluentActions.Invoking(() => Answer("""{"Records":[]}"""u8.ToArray())).Should().Throw<System.Text.Json.JsonException>();

    [Fact]
    public void Escaped_base64_is_read()
    {
        var batch = Encoding.UTF8.GetString(Of(Encoding.UTF8.GetBytes(Good[..^1] + ""","note":"???>>>"}""")));
        batch.Should().Contain("/").And.NotContain("\\/");

        Answer(Encoding.UTF8.GetBytes(batch.Replace("/", "\\/", StringComparison.Ordinal))).Records.Single().IsGood.Should().BeTrue();
    }
}
