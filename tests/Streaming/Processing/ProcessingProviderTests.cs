using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Nautilus.Testing.Emulation;
using Nautilus.Testing.Provider;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Processing;

public sealed class ProcessingProviderTests(LocalAws aws) : IClassFixture<LocalAws>
{
    [Fact]
    public void The_real_provider_accepts_and_plans_every_stage()
    {
        var synthesized = Testing.SynthScope(EveryStage.In);
        var resources = JsonNode.Parse(synthesized)!["resource"]!.AsObject().Sum(type => type.Value!.AsObject().Count);
        var terraform = OfflineProvider.Prepare("processing", aws, synthesized);

        terraform.Validate()["diagnostics"]!.AsArray().Should().BeEmpty();
        terraform.Plan("plan").Should().BeEmpty();
        terraform.PlannedResources("plan").Should().HaveCount(resources);
    }
}
