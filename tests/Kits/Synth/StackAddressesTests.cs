using System.Text.Json.Nodes;
using Nautilus.Testing.Synth;
using Nautilus.Testing.Provider;

namespace Tests.Kits.Synth;

public sealed class StackAddressesTests
{
    private static readonly JsonNode Stack = JsonNode.Parse("""
        { "resource": { "aws_kinesis_stream": { "clicks": {} } } }
        """)!;

    [Fact]
    public void The_same_addresses_pass() => StackAddresses.Complaint("web", ["aws_kinesis_stream.clicks"], Stack).Should().BeNull();

    [Fact]
    public void A_moved_address_passes_once_its_block_is_there()
    {
        var moved = Stack.DeepClone();
        moved["moved"] = new JsonArray(new JsonObject { ["from"] = "aws_kinesis_stream.stream", ["to"] = "aws_kinesis_stream.clicks" });

        StackAddresses.Complaint("web", ["aws_kinesis_stream.clicks", "aws_kinesis_stream.stream"], moved).Should().BeNull();
    }

    [Fact]
    public void A_changed_address_names_the_block_to_write() => StackAddresses.Complaint("web", ["aws_kinesis_stream.stream"], Stack).Should().Be("""
        Stack 'web' no longer has these addresses, and Terraform would destroy what stands there:
          aws_kinesis_stream.stream
            If it moved, say so, for a stream with MovedFrom("aws_kinesis_stream.stream"), which writes: moved { from = aws_kinesis_stream.stream, to = aws_kinesis_stream.clicks }
        """);

    [Fact]
    public void A_missing_address_is_named() => StackAddresses.Complaint("web", ["aws_kinesis_stream.clicks", "aws_kms_key.key"], Stack).Should().Be("""
        Stack 'web' no longer has these addresses, and Terraform would destroy what stands there:
          aws_kms_key.key
            If it is meant to go, take it off the list and tell the users; if it moved, there is no new address of its type.
        """);

    [Fact]
    public void A_new_address_is_to_be_added() => StackAddresses.Complaint("web", [], Stack).Should().Be("""
        Stack 'web' has new addresses; once released they stay, so add them to the list:
          aws_kinesis_stream.clicks
        """);
}
