using System.Text.Json.Nodes;
using Nautilus.Testing.Synth;

namespace Tests.Kits.Synth;

public sealed class StackAddressesTests
{
    private static readonly JsonNode Stack = JsonNode.Parse("""
        { "resource": { "aws_kinesis_stream": { "clicks": {} } } }
        """)!;

    [Fact]
    public void The_same_addresses_pass() =>
        StackAddresses.Complaint("web", ["aws_kinesis_stream.clicks"], Stack).Should().BeNull();

    [Fact]
    public void A_moved_address_passes_with_its_block()
    {
        var moved = Stack.DeepClone();
        moved["moved"] = new JsonArray(new JsonObject { ["from"] = "aws_kinesis_stream.stream", ["to"] = "aws_kinesis_stream.clicks" });

        StackAddresses.Complaint("web", ["aws_kinesis_stream.clicks", "aws_kinesis_stream.stream"], moved).Should().BeNull();
    }

    [Fact]
    public void A_changed_address_is_reported_with_the_block_to_add() =>
        StackAddresses.Complaint("web", ["aws_kinesis_stream.stream"], Stack).Should().Be("""
            Stack 'web' no longer has these addresses. Terraform would destroy their resources:
              aws_kinesis_stream.stream
                If it moved, add the block: moved { from = aws_kinesis_stream.stream, to = aws_kinesis_stream.clicks }
                In CDKTF, call MoveFromId("aws_kinesis_stream.stream") on the resource at the new address.
            """);

    [Fact]
    public void A_missing_address_is_reported() =>
        StackAddresses.Complaint("web", ["aws_kinesis_stream.clicks", "aws_kms_key.key"], Stack).Should().Be("""
            Stack 'web' no longer has these addresses. Terraform would destroy their resources:
              aws_kms_key.key
                If the resource is to be destroyed, remove the address from the list and inform the users.
            """);

    [Fact]
    public void A_new_address_must_be_added_to_the_list() => StackAddresses.Complaint("web", [], Stack).Should().Be("""
        Stack 'web' has new addresses. Once released they must stay. Add them to the list:
          aws_kinesis_stream.clicks
        """);
}
