using Nautilus.Testing.StepFunctions;
using static Tests.Streaming.Scaling.WorkflowRuns;

namespace Tests.Streaming.Scaling;

/// <summary>What a run of the workflow reports, and when it fails.</summary>
public sealed class WorkflowReportTests
{
    [Fact]
    public void A_run_fails_when_no_changes_are_left_for_the_day()
    {
        var aws = Hour(shards: 16, megabytes: 17, start: 600);
        for (var change = 0; change < 10; change++)
            aws.CloudWatch.Put("ScaledDown", 10 * change, 1);
        aws.Stream.Refusal = new TaskException("Kinesis.LimitExceededException", "more than ten changes in 24 hours");

        Run(aws).Failure!.Error.Should().Be("Nautilus.ChangesSpent");
        aws.Stream.Open.Should().Be(16);
    }

    [Fact]
    public void A_change_that_AWS_rejects_fails_the_run_and_does_not_count()
    {
        var aws = Hour(shards: 4, megabytes: 5);
        aws.Stream.Refusal = new TaskException("Kinesis.LimitExceededException", "the account may have no more shards");
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
    public void A_change_by_somebody_else_does_not_fail_the_run()
    {
        var aws = Hour(shards: 4, megabytes: 5);
        aws.Stream.Refusal = new TaskException("Kinesis.ResourceInUseException", "the stream is not ACTIVE");

        Run(aws).Succeeded.Should().BeTrue();
    }

    [Fact]
    public void A_run_during_a_change_only_reports()
    {
        var aws = Hour(shards: 4, megabytes: 5);
        aws.Stream.Update(5, aws.Time);

        var run = Run(aws);
        run.Succeeded.Should().BeTrue();
        run.Path.Should().Equal("DescribeStream", "ReadDay", "ReadTraffic", "ChooseTarget", "Report", "IsChangeDue", "Done");
    }

    [Fact]
    public void A_run_reports_the_metrics_of_dashboards_and_alarms()
    {
        var aws = Hour(shards: 8, megabytes: 4);
        Run(aws);

        aws.CloudWatch.Seen("OpenShards", 70, 72, 80).Single().Value.Should().Be(8);
        aws.CloudWatch.Seen("Utilisation", 70, 72, 80).Single().Value.Should().Be(50);
    }
}
