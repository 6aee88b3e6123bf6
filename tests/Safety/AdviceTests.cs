using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Nautilus.Tests.Synth;

namespace Nautilus.Tests.Safety;

public sealed class AdviceTests
{
    [Fact]
    public void The_moved_block_can_be_written_as_told()
    {
        var stack = Testing.SynthScope(stack => stack.AddOverride("moved", new[] { new Dictionary<string, string> { ["from"] = "aws_kinesis_stream.a", ["to"] = "aws_kinesis_stream.b" } }));

        JsonNode.Parse(stack)!["moved"]!.ToJsonString().Should().Be("""[{"from":"aws_kinesis_stream.a","to":"aws_kinesis_stream.b"}]""");
    }
}
