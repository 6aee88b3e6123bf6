using HashiCorp.Cdktf;
using Nautilus.Streams;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Streams;

public sealed class DataStreamPropsTests
{
    private static readonly DataStreamProps Clicks = new() { Name = "clicks", Capacity = Capacity.Provisioned(2) };

    [Theory]
    [InlineData("bad name!")]
    [InlineData("")]
    [InlineData("clicks\n")]
    public void A_name_that_Kinesis_refuses_is_rejected(string name) =>
        Rejecting(Clicks with { Name = name }).Should().Be(
            $"stream '{name}': name must be 1 to 128 of a-z, A-Z, 0-9, '_', '.' and '-', got '{name}'");

    [Fact]
    public void A_name_of_129_characters_is_rejected()
    {
        var name = new string('a', 129);
        Rejecting(Clicks with { Name = name }).Should().Be(
            $"stream '{name}': name must be 1 to 128 of a-z, A-Z, 0-9, '_', '.' and '-', got '{name}'");
    }

    [Theory]
    [InlineData(23)]
    [InlineData(8761)]
    public void Retention_beyond_the_service_limits_is_rejected(int hours) =>
        Rejecting(Clicks with { Retention = TimeSpan.FromHours(hours) }).Should().Be(
            $"stream 'clicks': retention must be 24 to 8760 hours, got {hours}");

    [Fact]
    public void Retention_of_a_part_of_an_hour_is_rejected() =>
        Rejecting(Clicks with { Retention = TimeSpan.FromMinutes(24 * 60 + 30) }).Should().Be(
            "stream 'clicks': retention must be whole hours, got 1.00:30:00");

    [Theory]
    [InlineData(0)]
    [InlineData(10_001)]
    public void Shards_beyond_the_service_limits_are_rejected(int shards) =>
        Rejecting(Clicks with { Capacity = Capacity.Provisioned(shards) }).Should().Be(
            $"stream 'clicks': shards must be 1 to 10000, got {shards}");

    [Fact]
    public void Several_mistakes_are_reported_together() => Rejecting(new()
    {
        Name = "clicks",
        Capacity = Capacity.Provisioned(0),
        Retention = TimeSpan.FromHours(1),
        Tags = new Dictionary<string, string> { ["aws:owner"] = "web" },
    }).Should().Be("stream 'clicks': shards must be 1 to 10000, got 0; retention must be 24 to 8760 hours, got 1; "
        + "a tag's key must not begin with 'aws:', got 'aws:owner'");

    [Fact]
    public void A_repeated_shard_metric_is_rejected() =>
        Rejecting(Clicks with { ShardMetrics = [ShardMetric.IncomingBytes, ShardMetric.IncomingBytes] }).Should().Be(
            "stream 'clicks': shard metrics must be unique, got IncomingBytes, IncomingBytes");

    [Fact]
    public void An_unknown_shard_metric_is_rejected() =>
        Rejecting(Clicks with { ShardMetrics = [(ShardMetric)99] }).Should().Be(
            "stream 'clicks': shard metrics must be one of IncomingBytes, IncomingRecords, OutgoingBytes, OutgoingRecords, "
            + "WriteProvisionedThroughputExceeded, ReadProvisionedThroughputExceeded, IteratorAgeMilliseconds, got 99");

    [Fact]
    public void A_key_that_is_not_given_by_its_ARN_is_rejected() =>
        Rejecting(Clicks with { Encryption = Encryption.GivenKey("alias/mine") }).Should().Be(
            "stream 'clicks': key must be the ARN of a KMS key, such as "
            + "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab, got 'alias/mine'");

    [Fact]
    public void A_tag_that_AWS_refuses_is_rejected() =>
        Rejecting(Clicks with { Tags = new Dictionary<string, string> { ["aws:owner"] = "web" } }).Should().Be(
            "stream 'clicks': a tag's key must not begin with 'aws:', got 'aws:owner'");

    [Fact]
    public void More_tags_than_AWS_takes_are_rejected() =>
        Rejecting(Clicks with { Tags = Enumerable.Range(1, 51).ToDictionary(i => $"tag{i}", _ => "") }).Should().Be(
            "stream 'clicks': the number of tags must be 50 or less, got 51");

    [Theory]
    [InlineData("", "", "stream 'clicks': a tag's key must have 1 to 128 characters, got ''")]
    [InlineData("a*", "", "stream 'clicks': tag 'a*' must have letters, digits, spaces and _ . : / = + - @ only, got ''")]
    public void A_tag_that_AWS_does_not_take_is_rejected(string key, string value, string message) =>
        Rejecting(Clicks with { Tags = new Dictionary<string, string> { [key] = value } }).Should().Be(message);

    [Fact]
    public void A_tags_value_that_is_too_long_is_rejected() =>
        Rejecting(Clicks with { Tags = new Dictionary<string, string> { ["Owner"] = new string('a', 257) } }).Should().Be(
            "stream 'clicks': the value of tag 'Owner' must have 256 characters or less, got 257");

    private static string Synthesize(DataStreamProps props) => Testing.SynthScope(stack => new DataStream(stack, "stream", props));

    private static string Rejecting(DataStreamProps props) => Rejected.AtOnce(() => Synthesize(props));
}
