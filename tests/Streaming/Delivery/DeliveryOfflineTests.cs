using System.Text.Json.Nodes;
using Nautilus.Delivery;
using Nautilus.Testing.LocalAws;
using Nautilus.Testing.Provider;

namespace Tests.Streaming.Delivery;

public sealed class DeliveryOfflineTests(LocalAws aws) : IClassFixture<LocalAws>
{
    [Fact]
    public void The_real_provider_takes_every_kind_of_delivery()
    {
        var synthesized = DeliverySample.Synthesize(sample =>
        {
            sample.Deliver(Destination.Lake(sample.Table)).AlarmWhenInTrouble();
            sample.Deliver(Destination.Archive(sample.Bucket), transforms: false, name: "raw-clicks").AlarmWhenInTrouble();
            sample.Deliver(Destination.Search(sample.Domain, "clicks", sample.Bucket), name: "clicks-to-search").AlarmWhenInTrouble();
            sample.Deliver(Destination.Search(sample.Domain, "results", sample.Bucket), reads: false, transforms: false, name: "results-to-search").AlarmWhenInTrouble();
            sample.Deliver(Destination.Warehouse(sample.Warehouse, "clicks", sample.Bucket), name: "clicks-to-warehouse").AlarmWhenInTrouble();
            sample.Deliver(Destination.Archive(sample.Bucket), reads: false, name: "direct").AlarmWhenInTrouble();
        });
        var terraform = CombinedConfiguration.Offline("deliveries", aws, new Dictionary<string, JsonObject> { ["stack"] = JsonNode.Parse(synthesized)!.AsObject() });

        terraform.Validate()["diagnostics"]!.AsArray().Should().BeEmpty();
        terraform.Plan("plan").Should().BeEmpty();
        terraform.PlannedResources("plan").Count(resource => (string)resource["type"]! == "aws_kinesis_firehose_delivery_stream").Should().Be(6);
    }
}
