using HashiCorp.Cdktf;
using Nautilus.Stacks;
using Nautilus.Tests.Synth;

namespace Nautilus.Tests.Stacks;

public sealed class StreamingEtlStackTests(StackJudges judges) : StackTests(judges)
{
    protected override string Id => "streaming-etl";

    protected override TerraformStack Compose(App app, Deployment deployment) => new StreamingEtlStack(app, Id, deployment);

    [Fact]
    public void Begins_with_one_shard_and_a_week_of_retention() => Synthesize().Should().HaveResource("aws_kinesis_stream.stream", new
    {
        name = "streaming-etl",
        shard_count = 1,
        retention_period = 168,
    });
}
