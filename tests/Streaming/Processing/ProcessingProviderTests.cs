using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Nautilus.Testing.Provider;
using Nautilus.Testing.Synth;
using Tests.Stacks;

namespace Tests.Streaming.Processing;

[Collection(Beside.Terraform)]
public sealed class ProcessingProviderTests(StackJudges judges)
{
    [Fact]
    public void The_real_provider_accepts_and_plans_every_stage()
    {
        var synthesized = Testing.SynthScope(EveryStage.In);
        var resources = JsonNode.Parse(synthesized)!["resource"]!.AsObject().Sum(type => type.Value!.AsObject().Count);
        var terraform = OfflineProvider.Prepare("processing", judges.Aws, synthesized);

        terraform.Validate()["diagnostics"]!.AsArray().Should().BeEmpty();
        terraform.Plan("plan").Should().BeEmpty();
        terraform.PlannedResources("plan").Should().HaveCount(resources);
    }
}
