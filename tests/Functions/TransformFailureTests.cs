using System.Text;
using System.Text.Json.Nodes;
using static Nautilus.Testing.Lambda.FirehoseEvent;
using static Tests.Functions.TransformInProcess;

namespace Tests.Functions;

public class TransformFailureTests
{
    private const string Good = """{"eventType":"click","eventTime":"2026-11-21T04:51:00Z"}""";
    private const string Unfit = "the event has a NUL or half of a surrogate pair";

    [Theory]
    [InlineData("", "the event is not a JSON object")]
    [InlineData("nonsense", "the event is not a JSON object")]
    [InlineData(" {nonsense", "the event is not JSON")]
    [InlineData("""{"event_type":"click","event_time":1795236660,"source":"a\u0000b"}""", Unfit)]
    [InlineData("""{"event_type":"click","event_time":1795236660,"page":"\\\\\ud83d"}""", Unfit)]
    [InlineData("""{"event_type":"click","event_time":1795236660,"page":"\ud83d\u0041"}""", Unfit)]
    [InlineData("""{"event_type":"click","event_time":1795236660,"page":"\ude00"}""", Unfit)]
    [InlineData("""{"event_type":"click","event_time":1795236660,"\ud83d":1}""", Unfit)]
    [InlineData("""{"event_type":"click","event_time":1795236660""", "the event is not JSON")]
    [InlineData("""{"event_type":"click","event_time":1795236660}{"event_type":"click"}""", "the event is not JSON")]
    [InlineData("[1]", "the event is not a JSON object")]
    [InlineData("\"text\"", "the event is not a JSON object")]
    [InlineData("""{"event_time":1795236660}""", "the event has no event_type")]
    [InlineData("""{"event_type":null,"event_time":1795236660}""", "the event has no event_type")]
    [InlineData("""{"event_type":"click"}""", "the event has no event_time")]
    [InlineData("""{"event_type":"","event_time":1795236660}""", "the event has no event_type")]
    [InlineData("""{"event_type":"a/b","event_time":1795236660}""", "event_type is not text of letters, digits and _.-")]
    [InlineData("""{"event_type":7,"event_time":1795236660}""", "event_type is not text of letters, digits and _.-")]
    [InlineData("""{"event_type":"click","event_time":"yesterday"}""", "event_time is not a time between 2000 and 2100")]
    [InlineData("""{"event_type":"click","event_time":"2026-02-30T00:00:00Z"}""", "event_time is not a time between 2000 and 2100")]
    [InlineData("""{"event_type":"click","event_time":0}""", "event_time is not a time between 2000 and 2100")]
    [InlineData("""{"event_type":"click","event_time":1e300}""", "event_time is not a time between 2000 and 2100")]
    [InlineData("""{"event_type":"click","event_time":"2026-11-22T04:52:01Z"}""", "event_time is more than a day after the arrival")]
    [InlineData("""{"event_type":"click","event_time":1795236660,"value":"7"}""", "value is not a number")]
    [InlineData("""{"event_type":"click","event_time":1795236660,"value":1e999}""", "value is not a number")]
    [InlineData("""{"event_type":"click","event_time":1795236660,"source":{}}""", "source is not text")]
    [InlineData("""{"event_type":"click","event_time":1795236660,"eventType":"click"}""", "the event has event_type twice")]
    [InlineData("""{"event_type":"click","event_time":1795236660,"aB":1,"a_b":2}""", "the event has a field twice")]
    [InlineData("""{"event_type":"click","event_time":1795236660,"--":1}""", "the event has a field without a name")]
    public void A_bad_record_fails_with_its_data_unchanged_and_the_reason_in_the_log(string data, string reason)
    {
        var answer = Answer(Of(Encoding.UTF8.GetBytes(data)));

        var record = answer.Records.Single();
        record.Result.Should().Be("ProcessingFailed");
        Encoding.UTF8.GetString(record.Data).Should().Be(data);
        record.PartitionKeys.Should().BeNull();
        var line = JsonNode.Parse(answer.Log)!;
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
    public void Escaped_characters_are_good_if_they_are_whole(string text) =>
        Transform($$"""{"event_type":"click","event_time":1795236660,"page":"{{text}}"}""").Single().IsGood.Should().BeTrue();

    [Fact]
    public void Data_that_is_not_UTF8_fails() =>
        Answer(Of([(byte)'{', 0xFF, (byte)'}'])).Log.Should().Contain("the event is not UTF-8");

    [Fact]
    public void An_object_that_is_too_deep_for_the_parser_fails_alone()
    {
        var deep = $$"""{"event_type":"click","event_time":1795236660,"a":{{new string('[', 1000)}}{{new string(']', 1000)}}}""";

        Transform(Good, deep, Good).Select(record => record.IsGood).Should().Equal(true, false, true);
    }

    [Fact]
    public void More_attributes_than_a_row_should_have_are_rejected()
    {
        var attributes = string.Concat(Enumerable.Range(0, 257).Select(i => $",\"a{i}\":{i}"));

        Answer(Of(Encoding.UTF8.GetBytes($$"""{"event_type":"click","event_time":1795236660{{attributes}}}"""))).Log
            .Should().Contain("the event has more than 256 attributes");
    }

    [Fact]
    public void The_same_reason_is_logged_once_a_batch()
    {
        var log = Answer(Of(Enumerable.Repeat("bad"u8.ToArray(), 500))).Log;

        log.Trim().Split('\n').Should().ContainSingle().Which.Should().Contain("\"records\":500");
    }
}
