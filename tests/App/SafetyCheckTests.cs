using System.Text.Json.Nodes;
using Nautilus.Testing;
using Nautilus.Testing.Provider;
using Tests.Review.Safety;

namespace Tests.App;

/// <summary><c>check</c> as a user runs it: the app's process, and the real Terraform with the real provider.</summary>
[Collection(Beside.Programs)]
public sealed class SafetyCheckTests
{
    private static readonly string App = Path.Combine(AppContext.BaseDirectory, "Nautilus.dll");

    private readonly string _folder = Repository.NewFolder("check");

    [Fact]
    public void It_compares_a_stack_with_its_state()
    {
        Run([]).Succeeds();
        WriteState(shards: 4);

        SetShards(20);
        var dangerous = Run(["check", "nautilus"]);
        dangerous.ExitCode.Should().Be(2, dangerous.Error);
        dangerous.Output.Should().StartWith("aws_kinesis_stream.stream\n  stream 'nautilus-stream': 4 shards become 20, more than double\n")
            .And.Contain("1. Walk 4 -> 8 -> 16 -> 20: each is an apply of its own.");

        SetShards(4);
        Quiet(Run(["check", "nautilus"]));
    }

    [Fact]
    public void An_empty_state_is_in_no_danger()
    {
        Run([]).Succeeds();
        Quiet(Run(["check", "nautilus", "--state", Write("state.json", """{ "format_version": "1.0" }""")]));
    }

    [Fact]
    public void A_state_can_come_from_a_file()
    {
        Run([]).Succeeds();
        var state = SafetyCase.State(SafetyCase.Stream("aws_kinesis_stream.stream", """{ "name": "other-stream" }"""));
        var dangerous = Run(["check", "nautilus", "--state", Write("state.json", state.ToJsonString())]);
        dangerous.ExitCode.Should().Be(2, dangerous.Error);
        dangerous.Output.Should().Contain("stream 'other-stream' is renamed to 'nautilus-stream': destroyed, and created empty");
    }

    [Fact]
    public void A_stack_that_is_not_synthesized_is_one_line_and_a_failure() => Failing(["check", "nautilus"])
        .Should().Be($"nautilus: nothing is synthesized in {Path.Combine("cdktf.out", "stacks")}; run 'npx cdktf-cli@0.21.0 synth' first");

    [Fact]
    public void A_stack_that_does_not_exist_is_one_line_and_a_failure()
    {
        Write(Path.Combine("cdktf.out", "stacks", "nautilus", "cdk.tf.json"), "{}");
        Failing(["check", "../nautilus"]).Should().Be($"nautilus: there is no stack '../nautilus' in {Path.Combine("cdktf.out", "stacks")}; there is nautilus");
    }

    [Fact]
    public void A_missing_Terraform_is_one_line_and_a_failure()
    {
        Write(Path.Combine("cdktf.out", "stacks", "nautilus", "cdk.tf.json"), "{}");
        Failing(["check", "nautilus"], ("TERRAFORM_BINARY_NAME", "terraform-that-is-not-there"))
            .Should().Be("nautilus: 'terraform-that-is-not-there' is not on the PATH; install Terraform 1.10 or later");
    }

    [Fact]
    public void A_Terraform_that_fails_is_one_line_and_a_failure()
    {
        Write(Path.Combine("cdktf.out", "stacks", "nautilus", "cdk.tf.json"), """{ "terraform": { "backend": { "nowhere": {} } } }""");
        Failing(["check", "nautilus"])
            .Should().Be($"nautilus: 'terraform init' failed in {Path.Combine("cdktf.out", "stacks", "nautilus")}: Unsupported backend type");
    }

    [Theory]
    [InlineData("{ \"version\": 4, \"resources\": [] }", "this is not what 'terraform show -json' prints")]
    [InlineData("[]", "not a JSON object")]
    [InlineData(null, "not found")]
    public void A_file_that_is_no_state_is_one_line_and_a_failure(string? content, string complaint)
    {
        Write(Path.Combine("cdktf.out", "stacks", "nautilus", "cdk.tf.json"), "{}");
        if (content is not null)
            Write("state.json", content);
        Failing(["check", "nautilus", "--state", "state.json"]).Should().Be($"nautilus: state.json: {complaint}");
    }

    [Fact]
    public void An_unknown_argument_is_one_line_and_a_failure() => Failing(["chekc", "nautilus"])
        .Should().Be("nautilus: 'chekc nautilus' is not understood; there is 'check STACK [--state FILE]', and synthesis without arguments");

    private static void Quiet(Command.Result result)
    {
        result.Succeeds();
        result.Output.Should().BeEmpty();
        result.Error.Should().BeEmpty();
    }

    private string Failing(string[] arguments, params (string, string?)[] environment)
    {
        var result = Run(arguments, environment);
        result.ExitCode.Should().Be(1);
        result.Output.Should().BeEmpty();
        return result.Error.TrimEnd('\n');
    }

    private Command.Result Run(string[] arguments, params (string Name, string? Value)[] environment)
    {
        var variables = new Dictionary<string, string?>(TerraformPlugins.Environment) { ["CDKTF_CONTEXT_JSON"] = "{}", ["CHECKPOINT_DISABLE"] = "1" };
        foreach (var (name, value) in environment)
            variables[name] = value;
        return new Command("dotnet", _folder) { Environment = variables }.Run([App, .. arguments]);
    }

    private string Write(string name, string content)
    {
        var file = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        return file;
    }

    private void SetShards(int shards)
    {
        var file = Path.Combine(_folder, "cdktf.out", "stacks", "nautilus", "cdk.tf.json");
        var stack = JsonNode.Parse(File.ReadAllText(file))!;
        stack["resource"]!["aws_kinesis_stream"]!["stream"]!["shard_count"] = shards;
        File.WriteAllText(file, stack.ToJsonString());
    }

    private void WriteState(int shards) => Write("terraform.nautilus.tfstate", $$"""
        {
          "version": 4, "terraform_version": "1.10.0", "serial": 1, "lineage": "check", "outputs": {},
          "resources": [{
            "mode": "managed", "type": "aws_kinesis_stream", "name": "stream", "provider": "provider[\"registry.terraform.io/hashicorp/aws\"]",
            "instances": [{
              "schema_version": 1,
              "attributes": {
                "id": "arn:aws:kinesis:us-east-1:123456789012:stream/nautilus-stream", "arn": "arn:aws:kinesis:us-east-1:123456789012:stream/nautilus-stream",
                "name": "nautilus-stream", "shard_count": {{shards}}, "retention_period": 48, "encryption_type": "KMS", "kms_key_id": "alias/aws/kinesis",
                "stream_mode_details": [{ "stream_mode": "PROVISIONED" }], "enforce_consumer_deletion": false, "shard_level_metrics": [], "tags": null, "tags_all": {}, "timeouts": null
              }
            }]
          }]
        }
        """);
}
