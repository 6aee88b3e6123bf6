using Constructs;
using HashiCorp.Cdktf;
using Nautilus.App;
using Nautilus.Stacks;
using Nautilus.Testing.Synth;

namespace Tests.Stacks;

public sealed class DatacenterStackTests : StackTests
{
    protected override string Id => "datacenter";

    protected override TerraformStack Compose(Construct app, Deployment deployment) => new DatacenterStack(app, Id, deployment);

    [Fact]
    public void Is_an_on_demand_stream_in_us_east_1()
    {
        Synthesize().Should().HaveResource("aws_kinesis_stream.stream", new
        {
            name = "datacenter-stream",
            stream_mode_details = new { stream_mode = "ON_DEMAND" },
            shard_count = (object?)null,
        });
        Synthesize().Should().HaveProvider(new { region = "us-east-1" });
    }
}
