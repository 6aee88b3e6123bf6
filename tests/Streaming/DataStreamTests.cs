using HashiCorp.Cdktf;
using Nautilus.Streaming;
using Nautilus.Tests.Synth;

namespace Nautilus.Tests.Streaming;

public sealed class DataStreamTests
{
    private static readonly DataStreamProps Clicks = new() { Name = "clicks", Capacity = Capacity.Provisioned(2) };

    private static string Synthesize(DataStreamProps props) => Testing.SynthScope(stack => new DataStream(stack, "stream", props));

    [Fact]
    public void A_stream_is_encrypted_kept_for_a_day_and_protected() => Synthesize(Clicks).Should().HaveResource("aws_kinesis_stream.stream", new
    {
        name = "clicks",
        stream_mode_details = new { stream_mode = "PROVISIONED" },
        shard_count = 2,
        retention_period = 24,
        encryption_type = "KMS",
        kms_key_id = "alias/aws/kinesis",
        lifecycle = new { prevent_destroy = true },
        tags = (object?)null,
    });

    [Fact]
    public void An_on_demand_stream_has_no_shards_of_its_own() =>
        Synthesize(Clicks with { Capacity = Capacity.OnDemand }).Should().HaveResource("aws_kinesis_stream.stream", new
        {
            stream_mode_details = new { stream_mode = "ON_DEMAND" },
            shard_count = (object?)null,
        });

    [Fact]
    public void Tags_of_the_stream_are_its_own() =>
        Synthesize(Clicks with { Tags = new Dictionary<string, string> { ["Owner"] = "web" } })
            .Should().HaveResource("aws_kinesis_stream.stream", new { tags = new { Owner = "web" } });

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

    [Fact]
    public void A_name_that_Terraform_fills_in_later_is_let_through() =>
        Synthesize(Clicks with { Name = "${var.name}" }).Should().HaveResource("aws_kinesis_stream.stream", new { name = "${var.name}" });

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
    public void Several_mistakes_are_reported_together() =>
        Rejecting(new() { Name = "clicks", Capacity = Capacity.Provisioned(0), Retention = TimeSpan.FromHours(1) }).Should().Be(
            "stream 'clicks': shards must be 1 to 10000, got 0; retention must be 24 to 8760 hours, got 1");

    private static string Rejecting(DataStreamProps props) =>
        FluentActions.Invoking(() => Synthesize(props)).Should().ThrowExactly<ArgumentException>().Which.Message;
}
