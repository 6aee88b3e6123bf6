using System.Text;
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
    public void What_comes_from_a_stream_says_where_it_was_there()
    {
        var record = Answer(FromStream("""
            {"EventType":"order.changed","event-time":1795236660,"eventId":"a-1","source":"orders","value":12.50,
             "HTTPMethod":"POST","after":{"id":1, "tags":["a\"b"]},"was":null,"isPaid":true}
            """)).Records.Single();

        record.Events.Single().ToJsonString().Should().Be(System.Text.Json.Nodes.JsonNode.Parse("""
            {
              "event_type": "order.changed",
              "event_time": "2026-11-21T04:51:00.000Z",
              "event_id": "a-1",
              "source": "orders",
              "value": 12.50,
              "attributes": {"http_method": "POST", "after": "{\"id\":1, \"tags\":[\"a\\\"b\"]}", "was": null, "is_paid": "true"},
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
        ((string?)Transform($$"""{"event_type":"click","event_time":{{written}}}""").Single().Events.Single()["event_time"]).Should().Be(time);

    [Theory]
    [InlineData("", "it is not a JSON object")]
    [InlineData("nonsense", "it is not a JSON object")]
    [InlineData(" {nonsense", "it is not JSON")]
    [InlineData("""{"event_type":"click","event_time":1795236660,"source":"a\u0000b"}""", "it has a NUL or half a character")]
    [InlineData("""{"event_type":"click","event_time":1795236660,"page":"\\\\\ud83d"}""", "it has a NUL or half a character")]
    [InlineData("""{"event_type":"click","event_time":1795236660,"page":"\ud83d\u0041"}""", "it has a NUL or half a character")]
    [InlineData("""{"event_type":"click","event_time":1795236660,"page":"\ude00"}""", "it has a NUL or half a character")]
    [InlineData("""{"event_type":"click","event_time":1795236660,"\ud83d":1}""", "it has a NUL or half a character")]
    [InlineData("""{"event_type":"click","event_time":1795236660""", "it is not JSON")]
    [InlineData("""{"event_type":"click","event_time":1795236660}{"event_type":"click"}""", "it is not JSON")]
    [InlineData("[1]", "it is not a JSON object")]
    [InlineData("\"text\"", "it is not a JSON object")]
    [InlineData("""{"event_time":1795236660}""", "it has no event_type")]
    [InlineData("""{"event_type":null,"event_time":1795236660}""", "it has no event_type")]
    [InlineData("""{"event_type":"click"}""", "it has no event_time")]
    [InlineData("""{"event_type":"","event_time":1795236660}""", "it has no event_type")]
    [InlineData("""{"event_type":"a/b","event_time":1795236660}""", "event_type is not of letters, digits and _.-")]
    [InlineData("""{"event_type":7,"event_time":1795236660}""", "event_type is not of letters, digits and _.-")]
    [InlineData("""{"event_type":"click","event_time":"yesterday"}""", "event_time is not a time between 2000 and 2100")]
    [InlineData("""{"event_type":"click","event_time":"2026-02-30T00:00:00Z"}""", "event_time is not a time between 2000 and 2100")]
    [InlineData("""{"event_type":"click","event_time":0}""", "event_time is not a time between 2000 and 2100")]
    [InlineData("""{"event_type":"click","event_time":1e300}""", "event_time is not a time between 2000 and 2100")]
    [InlineData("""{"event_type":"click","event_time":"2026-11-22T04:52:01Z"}""", "event_time is more than a day after the arrival")]
    [InlineData("""{"event_type":"click","event_time":1795236660,"value":"7"}""", "value is not a number")]
    [InlineData("""{"event_type":"click","event_time":1795236660,"value":1e999}""", "value is not a number")]
    [InlineData("""{"event_type":"click","event_time":1795236660,"source":{}}""", "source is not text")]
    [InlineData("""{"event_type":"click","event_time":1795236660,"eventType":"click"}""", "it has event_type twice")]
    [InlineData("""{"event_type":"click","event_time":1795236660,"aB":1,"a_b":2}""", "it has a field twice")]
    [InlineData("""{"event_type":"click","event_time":1795236660,"--":1}""", "it has a field without a name")]
    public void A_bad_record_fails_with_its_data_and_the_reason_in_the_log(string data, string reason)
    {
        var answer = Answer(Of(Encoding.UTF8.GetBytes(data)));

        var record = answer.Records.Single();
        record.Result.Should().Be("ProcessingFailed");
        Encoding.UTF8.GetString(record.Data).Should().Be(data);
        record.PartitionKeys.Should().BeNull();
        var line = System.Text.Json.Nodes.JsonNode.Parse(answer.Log)!;
        ((string?)line["reason"], (int?)line["records"], (string?)line["first_record_id"]).Should().Be((reason, 1, IdOf(0)));
    }

    [Theory]
    [InlineData("event_type", 65)]
    [InlineData("event_id", 257)]
    [InlineData("source", 257)]
    public void A_field_longer_than_agreed_is_rejected(string field, int length)
    {
        var data = $$"""{"event_type":"click","event_time":1795236660,"{{field}}":"{{new string('a', length)}}"}""";
        if (field == "event_type")
            data = data.Replace("\"event_type\":\"click\",", "", StringComparison.Ordinal);

        Answer(Of(Encoding.UTF8.GetBytes(data))).Log.Should().Contain($"{field} is longer than {length - 1} bytes");
        Transform(data.Replace("aa\"}", "a\"}", StringComparison.Ordinal)).Single().IsGood.Should().BeTrue();
    }

    [Theory]
    [InlineData("""\ud83d\ude00""")]
    [InlineData("""\\u0000""")]
    [InlineData("""\\ud83d \n\u00e9""")]
    public void What_is_escaped_and_whole_is_good(string text) =>
        Transform($$"""{"event_type":"click","event_time":1795236660,"page":"{{text}}"}""").Single().IsGood.Should().BeTrue();

    [Fact]
    public void What_grows_most_is_written_whole()
    {
        var attributes = Enumerable.Range(0, 256).Select(i => $$"""  "aBcDeF{{i}}":[["\"","","",{"":""}]]""");

        var written = Transform($$"""{"event_type":"a","event_time":1795236660,{{string.Join(',', attributes)}}}""").Single();

        written.IsGood.Should().BeTrue();
        written.Events.Single()["attributes"]!.AsObject().Should().HaveCount(256)
            .And.OnlyContain(attribute => attribute.Key.StartsWith("a_bc_de_f") && (string)attribute.Value! == """[["\"","","",{"":""}]]""");
    }

    [Fact]
    public void Data_that_is_not_UTF8_fails() =>
        Answer(Of([(byte)'{', 0xFF, (byte)'}'])).Log.Should().Contain("it is not UTF-8");

    [Fact]
    public void An_object_deeper_than_the_parser_goes_fails_alone()
    {
        var deep = $$"""{"event_type":"click","event_time":1795236660,"a":{{new string('[', 1000)}}{{new string(']', 1000)}}}""";

        Transform(Good, deep, Good).Select(record => record.IsGood).Should().Equal(true, false, true);
    }

    [Fact]
    public void More_attributes_than_a_row_should_have_are_rejected()
    {
        var attributes = string.Concat(Enumerable.Range(0, 257).Select(i => $",\"a{i}\":{i}"));

        Answer(Of(Encoding.UTF8.GetBytes($$"""{"event_type":"click","event_time":1795236660{{attributes}}}"""))).Log
            .Should().Contain("it has more than 256 attributes");
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
        var fields = Transform($$"""{"event_type":"click","event_time":1795236660,"{{written}}":"x"}""", $$"""{"event_time":1795236660,"{{written}}":"x"}""")
            .Where(record => record.IsGood).Select(record => record.Events.Single()).Single();

        if (name == "event_type")
            ((string?)fields["event_type"]).Should().Be("x");
        else
            ((string?)fields["attributes"]![name]).Should().Be("x");
    }

    [Fact]
    public void The_same_reason_is_logged_once_a_batch()
    {
        var log = Answer(Of(Enumerable.Repeat("bad"u8.ToArray(), 500))).Log;

        log.Trim().Split('\n').Should().ContainSingle().Which.Should().Contain("\"records\":500");
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
