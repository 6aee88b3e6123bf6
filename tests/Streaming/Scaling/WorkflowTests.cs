using System.Diagnostics;
using System.Text.Json.Nodes;
using Nautilus.Scaling;
using Nautilus.Testing.Simulation;
using Nautilus.Testing.StepFunctions;

namespace Tests.Streaming.Scaling;

/// <summary>
/// Single runs of the workflow. moto takes it, but can't evaluate JSONata, so what runs it here is the States Language of these tests
/// with the JSONata that Step Functions speaks.
/// </summary>
[Collection(Beside.Scaling)]
public sealed class WorkflowTests
{
    [Fact]
    public void A_full_stream_is_doubled() => After(shards: 4, megabytes: 5).Open.Should().Be(8);

    [Fact]
    public void A_busy_stream_gets_what_it_needs_by_quarters() => After(shards: 8, megabytes: 7.4).Open.Should().Be(10);

    [Fact]
    public void Records_count_as_bytes_do() => After(shards: 4, megabytes: 0.5, recordBytes: 125).Open.Should().Be(8);

    [Fact]
    public void A_stream_never_grows_beyond_what_it_may() => After(shards: 4, megabytes: 5, max: 6).Open.Should().Be(6);

    [Fact]
    public void A_stream_that_has_all_it_may_have_stays() => After(shards: 6, megabytes: 7, max: 6).Open.Should().Be(6);

    [Fact]
    public void A_stream_that_is_too_large_loses_half_at_most() => After(shards: 16, megabytes: 1).Open.Should().Be(8);

    [Fact]
    public void A_stream_without_traffic_shrinks_too() => After(shards: 16, megabytes: 0).Open.Should().Be(8);

    [Fact]
    public void A_stream_never_shrinks_below_what_it_must() => After(shards: 16, megabytes: 1, min: 12).Open.Should().Be(12);

    [Theory]
    [InlineData(4, 8, 16, 8)]
    [InlineData(2, 8, 16, 4)]
    [InlineData(16, 1, 10, 10)]
    [InlineData(40, 1, 10, 20)]
    public void Out_of_its_bounds_a_stream_is_walked_back(int shards, int min, int max, int then) =>
        After(shards, megabytes: 0.5 * shards, min: min, max: max).Open.Should().Be(then);

    [Fact]
    public void Nothing_is_taken_away_while_consumers_are_behind() => After(shards: 16, megabytes: 1, lag: 600_000).Open.Should().Be(16);

    [Fact]
    public void Not_even_what_is_too_many_is_taken_away_while_consumers_are_behind() =>
        After(shards: 16, megabytes: 8, max: 10, lag: 600_000).Open.Should().Be(16);

    [Fact]
    public void Nothing_is_taken_away_that_growing_traffic_will_need()
    {
        var aws = Hour(shards: 16, megabytes: 0);
        for (var minute = 0; minute < 70; minute++)
            aws.CloudWatch.Put("IncomingBytes", minute, (1 + (minute * 0.12)) * 60e6);

        Run(aws);
        aws.Stream.Open.Should().Be(16);
    }

    [Fact]
    public void Nothing_is_taken_away_that_the_last_hour_has_used()
    {
        var aws = Hour(shards: 16, megabytes: 1);
        for (var minute = 20; minute < 25; minute++)
            aws.CloudWatch.Put("IncomingBytes", minute, 12 * 60e6);

        Run(aws);
        aws.Stream.Open.Should().Be(16);
    }

    [Fact]
    public void Nothing_is_taken_away_while_a_fan_out_consumer_is_behind()
    {
        var aws = Hour(shards: 16, megabytes: 1);
        for (var minute = 0; minute < 70; minute++)
            aws.CloudWatch.Put("SubscribeToShardEvent.MillisBehindLatest/analytics", minute, 600_000);

        Run(aws, consumers: "analytics").Succeeded.Should().BeTrue();
        aws.Stream.Open.Should().Be(16);
    }

    [Fact]
    public void A_stream_whose_consumers_tell_nothing_shrinks_by_a_quarter_at_a_time() => After(shards: 16, megabytes: 1, lag: null).Open.Should().Be(12);

    [Fact]
    public void Nothing_is_taken_away_before_an_hour_of_looking() => After(shards: 16, megabytes: 1, looking: 40).Open.Should().Be(16);

    [Fact]
    public void A_stream_grows_from_the_first_minutes_on() => After(shards: 4, megabytes: 5, looking: 0).Open.Should().Be(8);

    [Fact]
    public void Nothing_is_taken_away_in_the_hour_after_a_change()
    {
        var aws = Hour(shards: 16, megabytes: 1);
        aws.CloudWatch.Put("ScaledUp", 40, 1);

        Run(aws);
        aws.Stream.Open.Should().Be(16);
    }

    [Fact]
    public void The_last_changes_of_a_day_are_for_going_up()
    {
        var aws = Hour(shards: 16, megabytes: 1, start: 600);
        for (var change = 0; change < 8; change++)
            aws.CloudWatch.Put("ScaledUp", 10 * change, 1);
        Run(aws);
        aws.Stream.Open.Should().Be(16);

        var busy = Hour(shards: 16, megabytes: 17, start: 600);
        for (var change = 0; change < 9; change++)
            busy.CloudWatch.Put("ScaledUp", 10 * change, 1);
        Run(busy);
        busy.Stream.Open.Should().Be(32);
    }

    [Fact]
    public void When_the_changes_of_the_day_are_spent_the_run_fails_for_an_alarm_to_tell()
    {
        var aws = Hour(shards: 16, megabytes: 17, start: 600);
        for (var change = 0; change < 10; change++)
            aws.CloudWatch.Put("ScaledDown", 10 * change, 1);

        Run(aws).Failure!.Error.Should().Be("Nautilus.ChangesSpent");
        aws.Stream.Open.Should().Be(16);
    }

    [Fact]
    public void A_change_that_AWS_refuses_is_told_and_is_none_of_the_day()
    {
        var aws = Hour(shards: 4, megabytes: 5);
        aws.Stream.Refusal = new TaskError("Kinesis.LimitExceededException", "the account may have no more shards");
        for (var minute = 70; minute < 100; minute++, aws.Time++)
        {
            aws.CloudWatch.Put("IncomingBytes", minute, 5 * 60e6);
            Run(aws).Failure!.Message.Should().Be("the account may have no more shards");
        }

        aws.Stream.Refusal = null;
        Run(aws).Succeeded.Should().BeTrue();
        aws.Stream.Open.Should().Be(8);
    }

    [Fact]
    public void A_change_that_somebody_else_is_making_is_no_failure()
    {
        var aws = Hour(shards: 4, megabytes: 5);
        aws.Stream.Refusal = new TaskError("Kinesis.ResourceInUseException", "the stream is not ACTIVE");

        Run(aws).Succeeded.Should().BeTrue();
    }

    [Fact]
    public void While_a_stream_changes_it_is_only_looked_at()
    {
        var aws = Hour(shards: 4, megabytes: 5);
        aws.Stream.Update(5, aws.Time);

        var run = Run(aws);
        run.Succeeded.Should().BeTrue();
        run.Path.Should().Equal("DescribeStream", "ReadTraffic", "Report", "IsChangeDue", "Done");
    }

    [Fact]
    public void What_the_workflow_tells_is_what_dashboards_and_alarms_read()
    {
        var aws = Hour(shards: 8, megabytes: 4);
        Run(aws);

        aws.CloudWatch.Seen("OpenShards", 70, 72, 80).Single().Value.Should().Be(8);
        aws.CloudWatch.Seen("Utilisation", 70, 72, 80).Single().Value.Should().Be(50);
    }

    [Fact]
    public void The_definition_is_what_the_schema_of_the_States_Language_takes()
    {
        Judge(ScalingWorkflow.Definition).Should().BeEmpty();

        var broken = JsonNode.Parse(ScalingWorkflow.Definition)!;
        broken["States"]!["Report"]!["Next"] = "Nowhere";
        broken["States"]!["Count"]!.AsObject().Remove("Resource");
        Judge(broken.ToJsonString()).Should().NotBeEmpty();
    }

    [Fact]
    public void The_definition_holds_nothing_that_Terraform_takes_for_a_template() =>
        ScalingWorkflow.Definition.Should().NotContain("${").And.NotContain("%{");

    [Fact]
    public void The_definition_asks_for_no_context_which_Step_Functions_does_not_give() =>
        ScalingWorkflow.Definition.Should().NotMatchRegex(@"\$[^A-Za-z]");

    private static SimulatedStream After(
        int shards, double megabytes, int min = 1, int max = 64, double recordBytes = 2000, double? lag = 200, int looking = 70)
    {
        var aws = Hour(shards, megabytes, recordBytes, lag, looking);
        Run(aws, min, max).Succeeded.Should().BeTrue();
        return aws.Stream;
    }

    /// <summary>A stream after more than an hour of the same traffic, of some minutes of which the workflow has looked.</summary>
    private static SimulatedAws Hour(int shards, double megabytes, double recordBytes = 2000, double? lag = 200, int looking = 70, int start = 0)
    {
        var aws = new SimulatedAws(new SimulatedStream(shards)) { Time = start + 70.1 };
        for (var minute = start; minute < start + 70; minute++)
        {
            if (megabytes > 0)
            {
                aws.CloudWatch.Put("IncomingBytes", minute, megabytes * 60e6);
                aws.CloudWatch.Put("IncomingRecords", minute, megabytes * 60e6 / recordBytes);
            }

            if (lag is { } behind)
                aws.CloudWatch.Put("GetRecords.IteratorAgeMilliseconds", minute, behind);
            if (minute >= start + 70 - looking)
                aws.CloudWatch.Put("OpenShards", minute, shards);
        }

        return aws;
    }

    private static Execution Run(SimulatedAws aws, int min = 1, int max = 64, params string[] consumers) =>
        new StateMachine(ScalingWorkflow.Definition).Run(Scalers.Input(min, max, consumers), aws.Clock, aws);

    private static Execution Run(SimulatedAws aws, string consumers) => Run(aws, 1, 64, consumers);

    private static string Judge(string definition)
    {
        var start = new ProcessStartInfo("node", [NodePackages.Script("validate.mjs"), NodePackages.Folder]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var node = Process.Start(start)!;
        node.StandardInput.Write(definition);
        node.StandardInput.Close();
        return node.StandardOutput.ReadToEnd();
    }
}
