using System.Text.Json.Nodes;
using Nautilus.Testing;
using Tests.Review.Safety;

namespace Tests.App;

/// <summary>The dangers that <c>check</c> finds in the deployment of a stack onto its state.</summary>
[Collection(Beside.Programs)]
public sealed class SafetyCheckTests
{
    private readonly CheckCommand _check = new();

    [Fact]
    public void It_compares_a_stack_with_its_state()
    {
        _check.Synth();
        WriteState(shards: 4);

        SetShards(20);
        var dangerous = _check.Run(["check", "nautilus"]);
        dangerous.ExitCode.Should().Be(2, dangerous.Error);
        dangerous.Output.Should().StartWith("aws_kinesis_stream.stream\n  stream 'nautilus-stream': 4 shards become 20, more than double\n")
            .And.Contain("1. Go 4 -> 8 -> 16 -> 20, each in a separate apply.");

        SetShards(4);
        Quiet(_check.Run(["check", "nautilus"]), resources: 1);
    }

    [Fact]
    public void An_empty_state_is_in_no_danger()
    {
        _check.Synth();
        Quiet(_check.Run(["check", "nautilus", "--state", _check.Write("state.json", """{ "format_version": "1.0" }""")]), resources: 0);
    }

    [Fact]
    public void A_state_can_come_from_a_file()
    {
        _check.Synth();
        var state = SafetyCase.State(SafetyCase.Stream("aws_kinesis_stream.stream", """{ "name": "other-stream" }"""));
        var dangerous = _check.Run(["check", "nautilus", "--state", _check.Write("state.json", state.ToJsonString())]);
        dangerous.ExitCode.Should().Be(2, dangerous.Error);
        dangerous.Output.Should().Contain("stream 'other-stream' is renamed to 'nautilus-stream': destroyed, and created empty");
    }

    private static void Quiet(Command.Result result, int resources)
    {
        result.Succeeds();
        result.Output.Should().Be($"nautilus: {resources} resources of the state compared with the stack, nothing dangerous\n");
        result.Error.Should().BeEmpty();
    }

    private void SetShards(int shards)
    {
        var file = _check.PathOf(CheckCommand.Stack);
        var stack = JsonNode.Parse(File.ReadAllText(file))!;
        stack["resource"]!["aws_kinesis_stream"]!["stream"]!["shard_count"] = shards;
        File.WriteAllText(file, stack.ToJsonString());
    }

    private void WriteState(int shards) => _check.Write("terraform.nautilus.tfstate", $$"""
        {
          "version": 4, "terraform_version": "1.10.0", "serial": 1, "lineage": "check", "outputs": {},
          "resources": [{
            "mode": "managed", "type": "aws_kinesis_stream", "name": "stream",
            "provider": "provider[\"registry.terraform.io/hashicorp/aws\"]",
            "instances": [{
              "schema_version": 1,
              "attributes": {
                "id": "arn:aws:kinesis:us-east-1:123456789012:stream/nautilus-stream",
                "arn": "arn:aws:kinesis:us-east-1:123456789012:stream/nautilus-stream",
                "name": "nautilus-stream", "shard_count": {{shards}}, "retention_period": 48,
                "encryption_type": "KMS", "kms_key_id": "alias/aws/kinesis",
                "stream_mode_details": [{ "stream_mode": "PROVISIONED" }], "enforce_consumer_deletion": false,
                "shard_level_metrics": [], "tags": null, "tags_all": {}, "timeouts": null
              }
            }]
          }]
        }
        """);
}
