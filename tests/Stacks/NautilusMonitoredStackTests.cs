using Constructs;
using HashiCorp.Cdktf;
using Nautilus.App;
using Nautilus.Stacks;
using Nautilus.Testing.Synth;

namespace Tests.Stacks;

public sealed class NautilusMonitoredStackTests : StackTests
{
    protected override string Id => "nautilus-monitored";

    protected override TerraformStack Compose(Construct app, Deployment deployment) => new NautilusMonitoredStack(app, Id, deployment);

    [Fact]
    public void Has_metrics_of_the_traffic_of_each_shard() => Synthesize().Should().HaveResource("aws_kinesis_stream.stream", new
    {
        name = "nautilus-stream",
        shard_count = 1,
        retention_period = 24,
        shard_level_metrics = new[] { "IncomingBytes", "IncomingRecords", "OutgoingBytes", "OutgoingRecords" },
    });

    [Theory]
    [InlineData("stream_name", "${aws_kinesis_stream.stream.name}")]
    [InlineData("stream_arn", "${aws_kinesis_stream.stream.arn}")]
    [InlineData("stream_id", "${aws_kinesis_stream.stream.arn}")]
    public void Outputs_identify_the_stream(string output, string value) => Synthesize().Should().HaveOutput(output, new { value });
}
