using System.Text.Json.Nodes;
using Nautilus.Scaling;
using static Tests.Streaming.Streams.OperatedStream;

namespace Tests.Streaming.Scaling;

public sealed class ScalingSettingsTests
{
    private const string Monday = "cron(45 7 ? * MON *)";

    [Fact]
    public void A_known_peak_has_a_schedule_of_its_own_that_raises_the_minimum()
    {
        var schedules = JsonNode.Parse(Scaled(new() { Ahead = [new(Monday, 6) { TimeZone = "Europe/Berlin" }] }))!
            ["resource"]!["aws_scheduler_schedule"]!.AsObject().Select(schedule => schedule.Value!).ToArray();

        schedules.Should().HaveCount(2);
        var ahead = schedules.Single(schedule => (string)schedule["schedule_expression"]! == Monday);
        ((string)ahead["name"]!).Should().Be("clicks-scaling-ahead-1");
        ((string)ahead["schedule_expression_timezone"]!).Should().Be("Europe/Berlin");
        ((int)JsonNode.Parse((string)ahead["target"]!["input"]!)!["min"]!).Should().Be(6);
    }

    [Fact]
    public void Pause_disables_the_schedules_and_leaves_no_alarm_about_silence()
    {
        var paused = Scaled(new() { Paused = true, Ahead = [new(Monday, 6)] });

        JsonNode.Parse(paused)!["resource"]!["aws_scheduler_schedule"]!.AsObject()
            .Should().OnlyContain(schedule => (string)schedule.Value!["state"]! == "DISABLED");
        paused.Should().NotContain("scaling-silent");
        Scaled(new()).Should().Contain("scaling-silent");
    }

    [Fact]
    public void The_workflow_gets_the_settings() => Input(Scaled(new() { TargetUtilisation = 0.5, ScaleUpAt = 0.6, DryRun = true }))
        .Should().Contain("\"target\": 0.5").And.Contain("\"up\": 0.6").And.Contain("\"dryRun\": true");

    [Fact]
    public void Settings_that_contradict_each_other_are_rejected() => Rejecting(stream => stream.ScaleWithTraffic(1, 8, new()
    {
        TargetUtilisation = 0.1, ScaleUpAt = 0.96, Ahead = [new("tomorrow", 9)],
    })).Should().Be(
        "stream 'clicks': target utilisation must be 0.2 to 0.9, got 0.1; "
        + "scaling up must be at 0.05 above the target utilisation or more, and at 0.95 or less, got 0.96; "
        + "the schedule of a known peak must be cron(minutes hours day-of-month month day-of-week year) or at(yyyy-mm-ddThh:mm:ss), "
        + "got 'tomorrow'; the shards of the peak at tomorrow must be 1 to 8, got 9");

    private static string Scaled(ScalingSettings settings) => Synthesize(stream =>
    {
        stream.ScaleWithTraffic(1, 8, settings);
        stream.AlarmWhenInTrouble();
    });

    private static string Input(string synthesized) => (string)JsonNode.Parse(synthesized)!
        ["resource"]!["aws_scheduler_schedule"]!.AsObject().Single().Value!["target"]!["input"]!;
}
