using Nautilus.Delivery;

namespace Tests.Streaming.Delivery;

public sealed class LakeRuleTests
{
    [Theory]
    [InlineData(63, 300, 300, "buffer must be 64 to 128 MB with dynamic partitioning, got 63")]
    [InlineData(129, 300, 300, "buffer must be 64 to 128 MB with dynamic partitioning, got 129")]
    [InlineData(64, 59, 300, "buffer interval must be 60 to 900 seconds with dynamic partitioning, got 59")]
    [InlineData(64, 901, 300, "buffer interval must be 60 to 900 seconds with dynamic partitioning, got 901")]
    [InlineData(64, 60.5, 300, "buffer interval must be whole seconds, got 00:01:00.5000000")]
    [InlineData(64, 60, -1, "retry duration must be 0 to 7200 seconds, got -1")]
    [InlineData(64, 60, 7201, "retry duration must be 0 to 7200 seconds, got 7201")]
    [InlineData(64, 60, 0.5, "retry duration must be whole seconds, got 00:00:00.5000000")]
    public void Settings_that_Firehose_rejects_are_rejected(int megabytes, double seconds, double retrySeconds, string rule) =>
        DeliverySample.RejectingDelivery(sample => Destination.Lake(sample.Table) with
        {
            Buffer = new(megabytes, TimeSpan.FromSeconds(seconds)), Retry = TimeSpan.FromSeconds(retrySeconds),
        }).Should().Be($"delivery stream 'clicks-to-lake': {rule}");

    [Fact]
    public void A_lake_needs_a_transformation_for_its_partition_keys() =>
        DeliverySample.Rejecting(sample => sample.Deliver(Destination.Lake(sample.Table), transforms: false)).Should().Be(
            "delivery stream 'clicks-to-lake': Transform must be a function that returns the partition keys of an event, got none");

    [Theory]
    [InlineData("raw", "raw prefix must be folders of letters, digits and _ . = -, and end with a slash, got 'raw'")]
    [InlineData("errors/raw/", "raw prefix must be outside of errors/, the folder of failed records, got 'errors/raw/'")]
    [InlineData("events/", "raw prefix must be another folder than that of the table, got 'events/'")]
    public void Unchanged_records_have_a_separate_folder(string prefix, string rule) =>
        DeliverySample.RejectingDelivery(sample => Destination.Lake(sample.Table) with { RawPrefix = prefix })
            .Should().Be($"delivery stream 'clicks-to-lake': {rule}");
}
