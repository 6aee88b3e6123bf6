using Nautilus.Delivery;
using Nautilus.Testing.Provider;
using Tests.Stacks;

namespace Tests.Streaming.Delivery;

[Collection(Beside.Terraform)]
public sealed class DeliveryOfflineTests(StackJudges judges)
{
    [Fact]
    public void The_real_provider_takes_every_kind_of_delivery()
    {
        var terraform = OfflineProvider.Prepare("deliveries", judges.Aws, DeliverySample.Synthesize(Compose));

        terraform.Validate()["diagnostics"]!.AsArray().Should().BeEmpty();
        terraform.Plan("plan").Should().BeEmpty();
        terraform.PlannedResources("plan").Count(resource => (string)resource["type"]! == "aws_kinesis_firehose_delivery_stream")
            .Should().Be(6);
    }

    private static void Compose(DeliverySample sample)
    {
        var (lake, archive) = (Destination.Lake(sample.Table), Destination.Archive(sample.Bucket));
        var (clicks, results) = (
            Destination.Search(sample.Domain, "clicks", sample.Bucket), Destination.Search(sample.Domain, "results", sample.Bucket));
        var warehouse = Destination.Warehouse(sample.Warehouse, "clicks", sample.Bucket);
        DeliveryStream[] deliveries =
        [
            sample.Deliver(lake),
            sample.Deliver(archive, transforms: false, name: "raw-clicks"),
            sample.Deliver(clicks, name: "clicks-to-search"),
            sample.Deliver(results, reads: false, transforms: false, name: "results-to-search"),
            sample.Deliver(warehouse, name: "clicks-to-warehouse"),
            sample.Deliver(archive, reads: false, name: "direct"),
        ];
        foreach (var delivery in deliveries)
            delivery.AlarmWhenInTrouble();
    }
}
