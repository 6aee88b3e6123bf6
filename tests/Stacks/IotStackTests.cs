using System.Text.Json.Nodes;
using Constructs;
using HashiCorp.Cdktf;
using Nautilus.App;
using Nautilus.Stacks;
using Nautilus.Testing.Synth;
using Tests.Streaming.Streams;

namespace Tests.Stacks;

public sealed class IotStackTests : StackTests
{
    protected override string Id => "iot";

    protected override TerraformStack Compose(Construct app, Deployment deployment) => new IotStack(app, Id, deployment);

    [Fact]
    public void Is_one_shard_with_a_day_of_retention() => Synthesize().Should().HaveResource("aws_kinesis_stream.stream", new
    {
        name = "iot-kinesis-stream",
        shard_count = 1,
        retention_period = 24,
    });

    [Theory]
    [InlineData("kinesis_stream_name", "${aws_kinesis_stream.stream.name}")]
    [InlineData("kinesis_stream_arn", "${aws_kinesis_stream.stream.arn}")]
    [InlineData("device_policy_name", "${aws_iot_policy.ingestion_device-policy_16857414.name}")]
    public void Outputs_are_for_devices_and_consumers(string output, string value) =>
        Synthesize().Should().HaveOutput(output, new { value });

    [Fact]
    public void Databricks_has_a_role_only_if_its_principal_is_given()
    {
        Synthesize().Should().NotContain("databricks");
        Testing.SynthWhole(app => new IotStack(app, Id, new Deployment(), new()
        {
            Databricks = new() { Principal = EverythingOfAStream.Databricks, ExternalId = "0000-1111-2222" },
        })).Should().HaveOutput("databricks_role_arn", new { value = "${aws_iam_role.databricks.arn}" });
    }

    [Fact]
    public void Undelivered_messages_are_protected_everywhere_but_in_dev()
    {
        var resources = JsonNode.Parse(Synthesize(new Deployment { Environment = "prod" }))!["resource"]!;

        ((bool)resources["aws_sqs_queue"]!["ingestion_queue_7EB6B0B4"]!["lifecycle"]!["prevent_destroy"]!).Should().BeTrue();
    }
}
