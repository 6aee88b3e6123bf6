using Nautilus.Testing.StepFunctions;
using static Tests.Streaming.Scaling.WorkflowRuns;

namespace Tests.Streaming.Scaling;

/// <summary>Runs that AWS answers with an error, or late.</summary>
public sealed class WorkflowTroubleTests
{
    [Theory]
    [InlineData(13, 12)]
    [InlineData(10, 10)]
    [InlineData(9, 8)]
    public void Near_the_quota_of_shards_a_smaller_step_is_tried(int quota, int then)
    {
        var aws = Hour(shards: 8, megabytes: 9);
        aws.Stream.Quota = quota;

        Run(aws).Succeeded.Should().Be(then > 8);
        aws.Stream.Open.Should().Be(then);
        Counted(aws).Should().Be(then > 8 ? 1 : 0);
    }

    [Theory]
    [InlineData("Kinesis.InternalFailureException")]
    [InlineData("Kinesis.KMSThrottlingException")]
    [InlineData("Kinesis.SdkClientException")]
    [InlineData("States.Timeout")]
    public void A_change_that_did_not_begin_does_not_count(string error)
    {
        var aws = Hour(shards: 8, megabytes: 9);
        aws.Fault = action => action == "kinesis:updateShardCount" ? (new(error, "trouble"), false) : null;

        Run(aws).Failure!.Error.Should().Be(error);
        Counted(aws).Should().Be(0);
    }

    [Fact]
    public void A_change_that_began_counts_whatever_AWS_answers()
    {
        var aws = Hour(shards: 8, megabytes: 9);
        aws.Fault = action => action == "kinesis:updateShardCount" ? (new("States.Timeout", "no answer"), true) : null;

        Run(aws).Succeeded.Should().BeTrue();
        aws.Stream.Open.Should().Be(16);
        Counted(aws).Should().Be(1);
    }

    [Fact]
    public void Hours_of_trouble_do_not_spend_the_changes_of_the_day()
    {
        var aws = Hour(shards: 8, megabytes: 9);
        aws.Fault = action => action == "kinesis:updateShardCount" ? (new("Kinesis.InternalFailureException", "trouble"), false) : null;
        for (var minute = 70; minute < 130; minute++, aws.Time++)
        {
            aws.CloudWatch.Put("IncomingBytes", minute, 9 * 60e6);
            Run(aws);
        }

        aws.Fault = null;
        Run(aws).Succeeded.Should().BeTrue();
        aws.Stream.Open.Should().Be(16);
    }

    [Fact]
    public void Up_obeys_the_answer_of_AWS_and_not_the_own_count()
    {
        var aws = Hour(shards: 8, megabytes: 9, start: 600);
        for (var change = 0; change < 12; change++)
            aws.CloudWatch.Put("ScaledDown", 10 * change, 1);

        Run(aws).Succeeded.Should().BeTrue();
        aws.Stream.Open.Should().Be(16);
    }

    [Fact]
    public void A_stream_that_somebody_switched_to_on_demand_is_left_alone()
    {
        var aws = Hour(shards: 8, megabytes: 9);
        aws.Stream.IsOnDemand = true;

        Run(aws).Succeeded.Should().BeTrue();
        aws.Stream.Open.Should().Be(8);
        aws.CloudWatch.Seen("OpenShards", 70, 72, 80).Should().ContainSingle();
    }

    [Fact]
    public void A_minute_of_which_CloudWatch_shows_a_part_is_not_trusted()
    {
        var aws = Hour(shards: 8, megabytes: 0);
        for (var minute = 0; minute < 70; minute++)
            aws.CloudWatch.PutInParts("IncomingBytes", minute, 8 * 60e6);

        Run(aws);
        aws.Stream.Open.Should().Be(16);
    }

    [Fact]
    public void A_silent_CloudWatch_changes_nothing()
    {
        var aws = Hour(shards: 8, megabytes: 9);
        aws.Fault = action => action == "cloudwatch:getMetricData" ? (new("CloudWatch.InternalServiceException", "trouble"), false) : null;

        Run(aws).Succeeded.Should().BeFalse();
        aws.Stream.Open.Should().Be(8);
    }

    [Fact]
    public void A_dry_run_reports_what_it_would_do()
    {
        var aws = Hour(shards: 8, megabytes: 9);
        var input = Scalers.Input(1, 64);
        input["dryRun"] = true;

        new StateMachine(Nautilus.Scaling.ScalingWorkflow.Definition).Run(input, aws.Clock, aws).Succeeded.Should().BeTrue();
        aws.Stream.Open.Should().Be(8);
        aws.CloudWatch.Seen("DesiredShards", 70, 72, 80).Single().Value.Should().Be(16);
        Counted(aws).Should().Be(0);
    }

    private static double Counted(Nautilus.Testing.Simulation.SimulatedAws aws) =>
        aws.CloudWatch.Seen("ScaledUp", 0, 10_000, 10_000).Sum(point => point.Value);
}
