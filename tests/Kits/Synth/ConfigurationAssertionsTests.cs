using Nautilus.Testing.Synth;
using Xunit.Sdk;

namespace Tests.Kits.Synth;

public sealed class ConfigurationAssertionsTests
{
    private const string Configuration = """
        { "resource": { "aws_kinesis_stream": { "clicks": { "name": "clicks", "shard_count": 2, "tags": { "a": "1" } } } } }
        """;

    [Fact]
    public void Properties_that_are_not_named_do_not_matter() =>
        Configuration.Should().HaveResource("aws_kinesis_stream.clicks", new { shard_count = 2 });

    [Fact]
    public void A_difference_prints_expected_and_actual() =>
        Failing(() => Configuration.Should().HaveResource(
            "aws_kinesis_stream.clicks", new { shard_count = 3, tags = new { a = "1", b = "2" } })).Should().Be("""
            Not as expected: resource.aws_kinesis_stream.clicks
              shard_count: expected 3, got 2
              tags.b: expected "2", got nothing
            expected, among others:
            {
              "shard_count": 3,
              "tags": {
                "a": "1",
                "b": "2"
              }
            }
            actual:
            {
              "name": "clicks",
              "shard_count": 2,
              "tags": {
                "a": "1"
              }
            }
            """);

    [Fact]
    public void A_missing_resource_is_reported_with_those_that_exist() =>
        Failing(() => Configuration.Should().HaveResource("aws_kinesis_stream.orders", new { }))
            .Should().Be("""
            The configuration has no resource.aws_kinesis_stream.orders. It has:
              resource.aws_kinesis_stream.clicks
            """);

    private static string Failing(Action assertion) => FluentActions.Invoking(assertion).Should().Throw<XunitException>().Which.Message;
}
