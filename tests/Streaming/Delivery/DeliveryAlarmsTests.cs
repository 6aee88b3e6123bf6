using System.Text.Json.Nodes;
using Nautilus.Delivery;
using Nautilus.Review.Terraform;
using Tests.Streaming.Alarms;
using Tests.Streaming.Streams;

namespace Tests.Streaming.Delivery;

public sealed class DeliveryAlarmsTests
{
    [Fact]
    public void A_lake_has_alarms_of_its_source_its_function_and_its_table() => Lake.Keys.Should().BeEquivalentTo(
        "clicks-to-lake-late", "clicks-to-lake-failing", "clicks-to-lake-failed", "clicks-to-lake-behind",
        "clicks-to-lake-untransformed", "clicks-to-lake-unconverted", "clicks-to-lake-partitions");

    [Fact]
    public void Without_a_source_records_can_be_throttled_and_the_key_can_be_denied() => Direct.Keys.Should().BeEquivalentTo(
        "clicks-to-lake-late", "clicks-to-lake-failing", "clicks-to-lake-failed", "clicks-to-lake-throttled", "clicks-to-lake-key-refused");

    [Fact]
    public void With_a_replica_an_alarm_reports_objects_that_S3_failed_to_copy()
    {
        var alarm = Alarms(sample => sample.Deliver(Destination.Archive(sample.Replicated)))["clicks-to-lake-uncopied"];

        (alarm["namespace"]!.ToString(), alarm["metric_name"]!.ToString()).Should().Be(("AWS/S3", "OperationsFailedReplication"));
        alarm["dimensions"]!.ToJsonString().Should().Be(
            """{"DestinationBucket":"backup","RuleId":"all","SourceBucket":"${aws_s3_bucket.replicated.bucket}"}""");
    }

    [Fact]
    public void Each_alarm_keeps_the_rules_of_alarms() => (
        from rule in AlarmRules.All
        from alarm in Lake.Values.Concat(Direct.Values)
        from offence in rule.Offences(alarm.AsObject())
        select $"{alarm["alarm_name"]}: {offence}").Should().BeEmpty();

    [Fact]
    public void A_delivery_is_late_after_its_buffer_and_its_retries_and_some_slack()
    {
        Lake["clicks-to-lake-late"]["metric_name"]!.ToString().Should().Be("DeliveryToS3.DataFreshness");
        Lake["clicks-to-lake-late"]["dimensions"]!.ToJsonString().Should().Be("""{"DeliveryStreamName":"clicks-to-lake"}""");
        Lake["clicks-to-lake-late"]["namespace"]!.ToString().Should().Be("AWS/Firehose");
        Lake["clicks-to-lake-late"]["threshold"]!.GetValue<double>().Should().Be((1.5 * 300) + 300 + 600);
        Direct["clicks-to-lake-late"]["threshold"]!.GetValue<double>().Should().Be(900 + 600);
    }

    [Theory]
    [InlineData("late")]
    [InlineData("failing")]
    public void A_period_of_an_alarm_is_as_long_as_the_buffer_and_so_has_data(string what)
    {
        var odd = Alarms(sample => sample.Deliver(Destination.Archive(sample.Bucket) with { Buffer = new(1, TimeSpan.FromSeconds(601)) }));

        Period(Lake).Should().Be(300);
        Period(Direct).Should().Be(900);
        Period(odd).Should().Be(660);

        int Period(Dictionary<string, JsonNode> alarms)
        {
            var alarm = alarms[$"clicks-to-lake-{what}"];
            var periods = alarm["metric_query"]?.AsArray().Select(query => query!["metric"]?["period"]) ?? [alarm["period"]];
            return (int)periods.Single(period => period is not null)!;
        }
    }

    [Fact]
    public void A_delivery_stream_is_behind_by_a_quarter_of_the_retention_of_its_source() =>
        Lake["clicks-to-lake-behind"]["threshold"]!.GetValue<double>().Should().Be(TimeSpan.FromHours(12).TotalMilliseconds);

    [Fact]
    public void S3_counts_the_objects_with_failed_records() => Lake["clicks-to-lake-failed"]["dimensions"]!.ToJsonString().Should().Be(
        """{"BucketName":"${aws_s3_bucket.lake.bucket}","FilterId":"clicks-to-lake"}""");

    [Fact]
    public void Alarms_page_when_records_are_lost_and_no_other_ones_do()
    {
        var synthesized = DeliverySample.Synthesize(sample =>
        {
            var (table, page) = (sample.Table, sample.Topic("page"));
            sample.Deliver(Destination.Lake(table)).AlarmWhenInTrouble(sample.Topic("warn"), page);
            sample.Deliver(Destination.Archive(sample.Bucket), reads: false, name: "direct")
                .AlarmWhenInTrouble(sample.Topic("warn-too"), page);
        });

        OperatedStream.AlarmsOf(synthesized)
            .Where(alarm => ((string)alarm.Value["alarm_actions"]![0]!).Contains("topic.page", StringComparison.Ordinal))
            .Select(alarm => alarm.Key)
            .Should().BeEquivalentTo("clicks-to-lake-late", "direct-late", "direct-throttled", "direct-key-refused");
    }

    [Fact]
    public void A_dashboard_shows_a_delivery_stream_by_four_metrics()
    {
        var synthesized = DeliverySample.Synthesize(sample => sample.Show(sample.Deliver(Destination.Lake(sample.Table))));
        var body = (string)DeliverySample.Only(synthesized, "aws_cloudwatch_dashboard")["dashboard_body"]!;
        var expressions = new TerraformExpressions(SampleAttributes.Of(JsonNode.Parse(synthesized)!));
        var widgets = JsonNode.Parse(expressions.Resolve(body))!["widgets"]!.AsArray();

        ((string)widgets[0]!["properties"]!["markdown"]!).Should().Be("## clicks-to-lake\nclicks → table nautilus.events");
        widgets.Where(widget => (string)widget!["type"]! == "metric")
            .SelectMany(widget => widget!["properties"]!["metrics"]!.AsArray())
            .Select(metric => (string)metric![1]!)
            .Should().Equal("DataReadFromKinesisStream.Records", "DeliveryToS3.Records", "DeliveryToS3.DataFreshness", "PutRequests");
    }

    private static Dictionary<string, JsonNode> Lake { get; } = Alarms(sample => sample.Deliver(Destination.Lake(sample.Table)));

    private static Dictionary<string, JsonNode> Direct { get; } =
        Alarms(sample => sample.Deliver(Destination.Archive(sample.Bucket), reads: false, transforms: false));

    private static Dictionary<string, JsonNode> Alarms(Func<DeliverySample, DeliveryStream> deliver) =>
        OperatedStream.AlarmsOf(DeliverySample.Synthesize(sample => deliver(sample).AlarmWhenInTrouble()));
}
