using Nautilus.Testing.CloudWatch;
using Nautilus.Testing.CloudWatch.MetricMath;

namespace Tests.Kits.CloudWatch;

/// <summary>An alarm from its Terraform JSON to its changes of state.</summary>
public sealed class AlarmTests
{
    private const string Plain = """
        "namespace": "AWS/Kinesis", "metric_name": "Age", "dimensions": { "StreamName": "clicks" }, "statistic": "Maximum", "period": 60,
        "comparison_operator": "GreaterThanThreshold", "threshold": 5
        """;

    [Fact]
    public void An_alarm_goes_off_after_M_breaching_minutes_of_N_and_ends_with_fewer() =>
        Changes($$"""{ {{Plain}}, "evaluation_periods": 3, "datapoints_to_alarm": 2 }""", "1 1 9 1 9 1 1 1")
            .Should().Be("1 OK, 5 ALARM, 6 OK");

    [Fact]
    public void Without_datapoints_to_alarm_all_periods_must_breach() =>
        Changes($$"""{ {{Plain}}, "evaluation_periods": 3 }""", "9 9 1 9 9 9 1").Should().Be("1 OK, 6 ALARM, 7 OK");

    [Fact]
    public void Without_treat_missing_data_silence_becomes_INSUFFICIENT_DATA() =>
        Changes($$"""{ {{Plain}}, "evaluation_periods": 1 }""", "1 - - - -").Should().Be("1 OK, 4 INSUFFICIENT_DATA");

    [Fact]
    public void Ignoring_missing_data_keeps_an_alarm() =>
        Changes($$"""{ {{Plain}}, "evaluation_periods": 2, "treat_missing_data": "ignore" }""", "9 9 9 - - - - - - 1 1")
            .Should().Be("1 OK, 2 ALARM, 10 OK");

    [Fact]
    public void Missing_data_that_breaches_sets_off_an_alarm_after_the_last_good_point_left_the_evaluation_range() =>
        Changes($$"""{ {{Plain}}, "evaluation_periods": 2, "treat_missing_data": "breaching" }""", "1 1 1 - - - - 1")
            .Should().Be("1 OK, 7 ALARM, 8 OK");

    [Fact]
    public void A_threshold_can_be_met() =>
        ChangesOfPlain("GreaterThanThreshold", "GreaterThanOrEqualToThreshold", "4 5 6 4").Should().Be("1 OK, 2 ALARM, 4 OK");

    [Fact]
    public void A_value_can_be_too_low() =>
        ChangesOfPlain("GreaterThanThreshold", "LessThanThreshold", "5 4 5").Should().Be("1 OK, 2 ALARM, 3 OK");

    [Fact]
    public void A_percentile_is_one_of_the_statistics() =>
        ChangesOfPlain("\"statistic\": \"Maximum\"", "\"extended_statistic\": \"p50\"", "4 6").Should().Be("1 OK, 2 ALARM");

    [Fact]
    public void Queries_may_have_any_order() => Changes("""
        {
          "metric_query": [
            { "id": "share", "expression": "100 * bad / both", "return_data": true },
            { "id": "both", "expression": "bad + good" },
            {
              "id": "bad",
              "metric": {
                "namespace": "AWS/Kinesis", "metric_name": "Age", "dimensions": { "StreamName": "clicks" },
                "stat": "Sum", "period": 60
              }
            },
            {
              "id": "good",
              "metric": {
                "namespace": "AWS/Kinesis", "metric_name": "Age", "dimensions": { "StreamName": "clicks" },
                "stat": "SampleCount", "period": 60
              }
            }
          ],
          "evaluation_periods": 1, "comparison_operator": "GreaterThanOrEqualToThreshold", "threshold": 75,
          "treat_missing_data": "notBreaching"
        }
        """, "1 3 - - - 2").Should().Be("1 OK, 2 ALARM, 5 OK");

    [Fact]
    public void A_query_of_Metrics_Insights_can_feed_an_expression() => Changes("""
        {
          "metric_query": [
            { "id": "result", "expression": "MAX(each) - AVG(each)", "return_data": true },
            { "id": "each", "expression": "SELECT SUM(Age) FROM SCHEMA(\"AWS/Kinesis\", StreamName) GROUP BY StreamName", "period": 60 }
          ],
          "evaluation_periods": 1, "comparison_operator": "GreaterThanOrEqualToThreshold", "threshold": 2
        }
        """, "1 7 2").Should().Be("1 OK, 2 ALARM, 3 OK");

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "StreamName": "orders" }""")]
    [InlineData("""{ "StreamName": "clicks", "ShardId": "shardId-000000000000" }""")]
    public void An_alarm_with_dimensions_that_no_metric_has_never_goes_off(string dimensions) =>
        ChangesOfPlain("{ \"StreamName\": \"clicks\" }", dimensions, "9 9 9 9 9 9").Should().Be("");

    [Fact]
    public void An_alarm_has_one_period() => FluentActions.Invoking(() => Changes("""
        {
          "metric_query": [
            { "id": "a", "metric": { "namespace": "N", "metric_name": "A", "stat": "Sum", "period": 60 }, "return_data": true },
            { "id": "b", "metric": { "namespace": "N", "metric_name": "B", "stat": "Sum", "period": 300 } }
          ],
          "evaluation_periods": 1, "comparison_operator": "GreaterThanThreshold", "threshold": 1
        }
        """, "1")).Should().Throw<InvalidOperationException>().WithMessage("alarm 'sample': all metrics must have one period, got 60, 300");

    /// <summary>The changes of the plain alarm with one text replaced.</summary>
    private static string ChangesOfPlain(string text, string instead, string ages) =>
        Changes($$"""{ {{Plain.Replace(text, instead, StringComparison.Ordinal)}}, "evaluation_periods": 1 }""", ages);

    /// <summary>The changes of an alarm on the stream clicks, with these ages. The age of the stream sales is always 1.</summary>
    private static string Changes(string alarm, string ages)
    {
        var metrics = new Metrics();
        var points = Points.Read(ages);
        for (var minute = 1; minute <= points.Length; minute++)
        {
            metrics.Report(new("AWS/Kinesis", "Age", ("StreamName", "sales")), minute, 1);
            if (points[minute - 1] is { } age)
                metrics.Report(new("AWS/Kinesis", "Age", ("StreamName", "clicks")), minute, age);
        }

        var named = alarm.Insert(1, "\"alarm_name\": \"sample\",");
        var read = SynthesizedAlarms.In($$"""{ "resource": { "aws_cloudwatch_metric_alarm": { "sample": {{named}} } } }""");
        var changes = Replay.Of([new(read.Single())], metrics, points.Length);
        return string.Join(", ", changes.Select(change => $"{change.Minute} {change.State}"));
    }
}
