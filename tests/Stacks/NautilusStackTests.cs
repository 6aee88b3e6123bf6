using Constructs;
using HashiCorp.Cdktf;
using Nautilus.App;
using Nautilus.Stacks;
using Nautilus.Testing.Synth;

namespace Tests.Stacks;

public sealed class NautilusStackTests : StackTests
{
    protected override string Id => "nautilus";

    protected override TerraformStack Compose(Construct app, Deployment deployment) => new NautilusStack(app, Id, deployment);

    [Fact]
    public void Is_one_shard_with_two_days_of_retention() => Synthesize().Should().HaveResource("aws_kinesis_stream.stream", new
    {
        name = "nautilus-stream",
        stream_mode_details = new { stream_mode = "PROVISIONED" },
        shard_count = 1,
        retention_period = 48,
        encryption_type = "KMS",
    });
}
