using Nautilus.Review.Terraform;

namespace Tests.Review.Terraform;

public sealed class SynthesizedStackTests
{
    private static readonly SynthesizedStack Stack = new("clicks", """
        {
          "provider": { "aws": [{ "default_tags": { "tags": { "Owner": "web" } } }] },
          "data": { "aws_region": { "here": {} } },
          "resource": {
            "aws_kinesis_stream": {
              "alone": { "shard_count": 2, "stream_mode_details": { "stream_mode": "PROVISIONED" }, "shard_level_metrics": "ALL" },
              "listed": [{ "shard_count": "2", "stream_mode_details": [{ "stream_mode": "PROVISIONED" }], "tags": { "A": 1 } }]
            },
            "aws_kinesis_stream_consumer": { "fast": { "stream_arn": "${aws_kinesis_stream.alone.arn}" } }
          }
        }
        """);

    [Fact]
    public void Resources_come_before_data_sources() => Stack.Resources.Select(resource => resource.Address).Should().Equal(
        "aws_kinesis_stream.alone", "aws_kinesis_stream.listed", "aws_kinesis_stream_consumer.fast", "data.aws_region.here");

    [Theory]
    [InlineData("aws_kinesis_stream.alone")]
    [InlineData("aws_kinesis_stream.listed")]
    public void A_block_may_be_alone_or_in_a_list_and_a_number_in_quotes(string address)
    {
        var stream = Stack.Find(address)!;
        stream["shard_count"].Should().Be("2");
        stream["stream_mode_details.stream_mode"].Should().Be("PROVISIONED");
        stream["shard_count.nothing"].Should().BeNull();
    }

    [Fact]
    public void A_single_value_is_a_list_of_one() =>
        Stack.Find("aws_kinesis_stream.alone")!.List("shard_level_metrics").Should().Equal("ALL");

    [Fact]
    public void The_tags_of_the_provider_are_the_resources_too() =>
        Stack.OfType("aws_kinesis_stream").SelectMany(stream => stream.Tags).Should().Equal("Owner", "A", "Owner");

    [Theory]
    [InlineData("${aws_kinesis_stream.alone.arn}", "aws_kinesis_stream.alone")]
    [InlineData("${data.aws_region.here.name}", "data.aws_region.here")]
    [InlineData("${aws_kinesis_stream.other.arn}", null)]
    [InlineData("${aws_kinesis_stream.alone.arn}/*", null)]
    [InlineData("aws_kinesis_stream.alone", null)]
    [InlineData(null, null)]
    public void A_reference_leads_to_its_resource(string? expression, string? address) =>
        Stack.ReferredToBy(expression)?.Address.Should().Be(address);

    [Fact]
    public void Resources_that_refer_to_another_one_are_beside_it() =>
        Stack.Find("aws_kinesis_stream.alone")!.Beside("aws_kinesis_stream_consumer", "stream_arn").Should().ContainSingle();
}
