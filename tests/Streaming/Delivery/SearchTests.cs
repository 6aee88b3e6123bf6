using System.Text.Json.Nodes;
using Nautilus.Delivery;
using Nautilus.Testing.Synth;
using Tests.Streaming.Streams;

namespace Tests.Streaming.Delivery;

public sealed class SearchTests
{
    [Fact]
    public void Documents_go_into_the_domain_through_its_network_and_rejected_documents_into_a_bucket()
    {
        var stream = DeliverySample.DeliveryIn(Synthesize());
        var search = stream["opensearch_configuration"]!;
        var role = (string)stream["kinesis_source_configuration"]!["role_arn"]!;

        stream["destination"]!.ToString().Should().Be("opensearch");
        role.Should().StartWith("${aws_iam_role.search_role");
        Synthesize().Should().HaveResource("aws_kinesis_firehose_delivery_stream.clicks-to-search", new
        {
            opensearch_configuration = new
            {
                domain_arn = "${aws_opensearch_domain.search.arn}",
                role_arn = role,
                index_name = "clicks",
                index_rotation_period = "OneDay",
                buffering_size = 5,
                buffering_interval = 60,
                retry_duration = 1800,
                document_id_options = new { default_document_id_format = "FIREHOSE_DEFAULT" },
                processing_configuration = new { enabled = true, processors = new[] { new { type = "Lambda" } } },
                s3_backup_mode = "FailedDocumentsOnly",
                s3_configuration = new
                {
                    role_arn = role,
                    bucket_arn = "${aws_s3_bucket.lake.arn}",
                    prefix = "errors/clicks-to-search/",
                    error_output_prefix = "errors/clicks-to-search/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd/HH}/",
                    compression_format = "GZIP",
                },
            },
        });
        search["vpc_config"]!["role_arn"]!.ToString().Should().Be(role);
        search["vpc_config"]!["subnet_ids"]!.AsArray().Should().HaveCount(3);
        search["vpc_config"]!["security_group_ids"]!.AsArray().Should().ContainSingle().Which!.ToString()
            .Should().StartWith("${aws_security_group.network_clients");
    }

    [Fact]
    public void The_role_of_the_domain_does_the_rest_of_Firehoses_work_too() =>
        DeliverySample.Allowed(Synthesize(), "search_role").Keys.Should().Contain(
            ["WriteDocuments", "JoinNetwork", "ReadRecords", "Transform", "FindBucket", "Deliver", "SayWhatFailed"]);

    [Theory]
    [InlineData(IndexRotation.Never, "NoRotation")]
    [InlineData(IndexRotation.Hourly, "OneHour")]
    [InlineData(IndexRotation.Daily, "OneDay")]
    [InlineData(IndexRotation.Weekly, "OneWeek")]
    [InlineData(IndexRotation.Monthly, "OneMonth")]
    public void An_index_rotates_as_often_as_asked_for(IndexRotation rotation, string period) =>
        Of(Synthesize(search => search with { Rotation = rotation }))["index_rotation_period"]!.ToString().Should().Be(period);

    [Fact]
    public void OpenSearch_may_give_documents_their_ids() =>
        Of(Synthesize(search => search with { Ids = DocumentIds.OfOpenSearch }))["document_id_options"]!["default_document_id_format"]!
            .ToString().Should().Be("NO_DOCUMENT_ID");

    [Fact]
    public void Records_may_be_documents_already() => Of(Synthesize(transforms: false))["processing_configuration"].Should().BeNull();

    [Theory]
    [InlineData("Clicks")]
    [InlineData("")]
    [InlineData("-clicks")]
    [InlineData("_clicks")]
    [InlineData("clicks*")]
    [InlineData("click events")]
    [InlineData("a12345678901234567890123456789012345678901234567890123456789012345678901234567890")]
    public void Index_names_that_OpenSearch_rejects_are_rejected(string index) =>
        DeliverySample.RejectingDelivery(sample => Destination.Search(sample.Domain, index, sample.Bucket)).Should().Be(
            "delivery stream 'clicks-to-lake': " +
            $"index must be 1 to 80 of a-z, 0-9, '_', '.' and '-', and begin with a letter or a digit, got '{index}'");

    [Theory]
    [InlineData(0, 60, 300, "buffer must be 1 to 100 MB, got 0")]
    [InlineData(101, 60, 300, "buffer must be 1 to 100 MB, got 101")]
    [InlineData(5, 901, 300, "buffer interval must be 0 to 900 seconds, got 901")]
    [InlineData(5, 60, 7201, "retry duration must be 0 to 7200 seconds, got 7201")]
    public void Settings_that_Firehose_rejects_are_rejected(int megabytes, int seconds, int retrySeconds, string rule) =>
        DeliverySample.RejectingDelivery(sample => Destination.Search(sample.Domain, "clicks", sample.Bucket) with
        {
            Buffer = new(megabytes, TimeSpan.FromSeconds(seconds)), Retry = TimeSpan.FromSeconds(retrySeconds),
        }).Should().Be($"delivery stream 'clicks-to-lake': {rule}");

    [Fact]
    public void A_number_that_is_no_member_of_an_enumeration_is_rejected() =>
        DeliverySample.RejectingDelivery(sample => Destination.Search(sample.Domain, "clicks", sample.Bucket) with
        {
            Rotation = (IndexRotation)9, Ids = (DocumentIds)9,
        }).Should().Be("delivery stream 'clicks-to-lake': rotation must be one of Never, Hourly, Daily, Weekly, Monthly, got 9; " +
            "ids must be one of OfFirehose, OfOpenSearch, got 9");

    [Fact]
    public void A_domain_that_rejects_everything_loses_nothing_and_does_not_page()
    {
        var alarms = OperatedStream.AlarmsOf(DeliverySample.Synthesize(sample =>
            Deliver(sample).AlarmWhenInTrouble(sample.Topic("warn"), sample.Topic("page"))));

        alarms.Keys.Should().BeEquivalentTo(
            "clicks-to-search-late", "clicks-to-search-failing", "clicks-to-search-failed",
            "clicks-to-search-behind", "clicks-to-search-untransformed");
        alarms.Values.Select(alarm => (string)alarm["alarm_actions"]![0]!)
            .Should().OnlyContain(topic => topic.StartsWith("${aws_sns_topic.warn", StringComparison.Ordinal));
        alarms["clicks-to-search-late"]["metric_name"]!.ToString().Should().Be("DeliveryToAmazonOpenSearchService.DataFreshness");
        alarms["clicks-to-search-late"]["threshold"]!.GetValue<double>().Should().Be(60 + 1800 + 600);
        alarms["clicks-to-search-failing"].ToJsonString().Should().Contain("DeliveryToAmazonOpenSearchService.Success");
    }

    private static JsonNode Of(string synthesized) => DeliverySample.DeliveryIn(synthesized)["opensearch_configuration"]!;

    private static DeliveryStream Deliver(
        DeliverySample sample, Func<SearchDestination, SearchDestination>? choose = null, bool transforms = true)
    {
        var search = Destination.Search(sample.Domain, "clicks", sample.Bucket);
        return sample.Deliver(choose?.Invoke(search) ?? search, transforms: transforms, name: "clicks-to-search");
    }

    private static string Synthesize(Func<SearchDestination, SearchDestination>? choose = null, bool transforms = true) =>
        DeliverySample.Synthesize(sample => Deliver(sample, choose, transforms));
}
