using System.Text.Json.Nodes;
using Nautilus.Testing;
using Nautilus.Testing.Emulation;

namespace Tests.App;

[Collection(Beside.Cli)]
public sealed class CdktfCliTests(LocalAws aws) : IClassFixture<LocalAws>
{
    [Fact]
    public async Task Takes_a_stack_from_synth_to_destroy()
    {
        var folder = Repository.NewFolder("cli");
        var cdktf = new CdktfCli(folder, aws.Environment);
        using var kinesis = new KinesisClient(aws.Endpoint);

        cdktf.Synth().Succeeds().Output.Should().Contain("Generated Terraform code for the stacks: ");
        File.Exists(Path.Combine(folder, "cdktf.out", "stacks", "nautilus", "cdk.tf.json")).Should().BeTrue();

        cdktf.Diff("nautilus").Succeeds().Output.Should().Contain("Plan: 3 to add, 0 to change, 0 to destroy.");

        cdktf.Deploy("nautilus").Succeeds().Output.Should().Contain("Apply complete! Resources: 3 added, 0 changed, 0 destroyed.");
        (await kinesis.StreamNames()).Should().Equal("nautilus-stream");
        cdktf.Diff("nautilus").Succeeds().Output.Should().Contain("No changes.");

        var outputs = Path.Combine(folder, "outputs.json");
        cdktf.Output("nautilus", outputs).Succeeds();
        ((string?)JsonNode.Parse(await File.ReadAllTextAsync(outputs))!["nautilus"]!["stream_name"]).Should().Be("nautilus-stream");

        cdktf.Destroy("nautilus").Succeeds().Output.Should().Contain("Destroy complete! Resources: 3 destroyed.");
        (await kinesis.StreamNames()).Should().BeEmpty();
    }

    [Fact]
    public void Refuses_a_stack_that_does_not_exist()
    {
        var cdktf = new CdktfCli(Repository.NewFolder("cli"), aws.Environment);

        var diff = cdktf.Diff("nautillus");

        diff.ExitCode.Should().NotBe(0);
        diff.Error.Should().Contain("Usage Error: Could not find stack: nautillus");
    }
}
