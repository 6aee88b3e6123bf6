using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Nautilus.Review.Terraform;
using Nautilus.Testing.CloudWatch;
using Nautilus.Testing.Dashboards;
using Nautilus.Testing.Synth;
using Tests.Streaming.Alarms;
using static Tests.Streaming.Streams.OperatedStream;

namespace Tests.Streaming.Processing;

public sealed class ProcessingAlarmsTests
{
    private static readonly string Synthesized = Testing.SynthScope(EveryStage.In);

    public static TheoryData<string> AlarmRuleNames => new(AlarmRules.All.Select(rule => rule.Name));

    [Theory, MemberData(nameof(AlarmRuleNames))]
    public void Every_alarm_of_a_stage_keeps_the_rules_of_alarms(string rule)
    {
        SynthesizedAlarms.In(Synthesized).Should().NotBeEmpty();
        (from alarm in SynthesizedAlarms.In(Synthesized)
         from offence in AlarmRules.All.Single(one => one.Name == rule).Offences(alarm)
         select $"{alarm["alarm_name"]}: {offence}").Should().BeEmpty();
    }

    [Fact]
    public void A_dashboard_shows_every_stage()
    {
        var stack = JsonNode.Parse(Synthesized)!;
        var body = (string)stack["resource"]!["aws_cloudwatch_dashboard"]!["dashboard"]!["dashboard_body"]!;
        var resolved = new TerraformExpressions(SampleAttributes.Of(stack)).Resolve(body);

        DashboardBody.Complaints(resolved).Should().BeEmpty();
        body.Should().ContainAll("## count", "## clean", "## sessions");
    }

    [Fact]
    public void A_function_that_reads_a_stream_has_alarms_for_lag_failures_and_lost_records() =>
        AlarmsOf(Synthesized).Keys.Should().Contain(
            "count-behind-warning", "count-behind-page", "count-function-errors", "count-function-throttled",
            "count-records-set-aside", "count-records-lost");

    [Fact]
    public void A_function_that_transforms_has_alarms_for_failures_and_for_the_time_before() => AlarmsOf(Synthesized).Keys.Should().Contain(
        "clean-function-errors", "clean-function-throttled", "clean-function-slow");

    [Theory]
    [InlineData("count-behind-warning", 0.25)]
    [InlineData("count-behind-page", 0.5)]
    public void The_lag_of_a_function_is_measured_in_shares_of_the_max_age(string alarm, double share) =>
        AlarmsOf(Synthesized)[alarm].Should().Match<JsonNode>(one =>
            (double)one["threshold"]! == share * 43_200_000
            && (string)one["metric_name"]! == "IteratorAge"
            && (string)one["dimensions"]!["FunctionName"]! == "count");

    [Theory]
    [InlineData("count-records-set-aside", "OnFailureDestinationDeliveredEventCount")]
    [InlineData("count-records-lost", "DroppedEventCount")]
    public void Records_that_fail_after_all_retries_are_counted_by_their_mapping(string alarm, string metric) =>
        AlarmsOf(Synthesized)[alarm].Should().Match<JsonNode>(one =>
            (string)one["metric_name"]! == metric
            && (string)one["dimensions"]!["EventSourceMappingUUID"]! == "${aws_lambda_event_source_mapping.count.uuid}");

    [Fact]
    public void An_invocation_is_slow_before_it_reaches_the_timeout() =>
        ((double)AlarmsOf(Synthesized)["clean-function-slow"]["threshold"]!).Should().Be(48_000);

    [Fact]
    public void An_application_has_seven_alarms() =>
        AlarmsOf(Synthesized).Keys.Where(alarm => alarm.StartsWith("sessions-", StringComparison.Ordinal)).Should().BeEquivalentTo(
            "sessions-job-down", "sessions-job-checkpoints", "sessions-job-cpu", "sessions-job-heap", "sessions-job-garbage",
            "sessions-job-silent", "sessions-job-behind");

    [Theory]
    [InlineData("sessions-job-down", "downtime", 1)]
    [InlineData("sessions-job-cpu", "cpuUtilization", 80)]
    [InlineData("sessions-job-heap", "heapMemoryUtilization", 90)]
    public void The_metrics_of_an_application_have_its_name_as_dimension(string alarm, string metric, double threshold) =>
        AlarmsOf(Synthesized)[alarm].Should().Match<JsonNode>(one =>
            (string)one["namespace"]! == "AWS/KinesisAnalytics"
            && (string)one["metric_name"]! == metric
            && (double)one["threshold"]! == threshold
            && one["dimensions"]!.ToJsonString() == """{"Application":"sessions"}""");

    [Theory]
    [InlineData("sessions-job-checkpoints", "IF(DIFF(failed) > 0, DIFF(failed), 0)", 1)]
    [InlineData("sessions-job-garbage", "collecting * 100 / 60000", 10)]
    [InlineData("sessions-job-silent", "IF((incoming > 0) AND (0 * incoming + passed == 0), 1, 0)", 1)]
    [InlineData("sessions-job-behind",
        "SELECT MAX(millisBehindLatest) FROM \"AWS/KinesisAnalytics\" WHERE Application = 'sessions'", 21_600_000)]
    public void The_other_alarms_of_an_application_are_computed(string alarm, string expression, double threshold)
    {
        Expression(AlarmsOf(Synthesized)[alarm]).Should().Be(expression);
        ((double)AlarmsOf(Synthesized)[alarm]["threshold"]!).Should().Be(threshold);
    }
}
