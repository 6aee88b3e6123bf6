using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Nautilus.Testing.LocalAws;
using Nautilus.Testing.Provider;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Processing;

public sealed class ProcessingProviderTests(LocalAws aws) : IClassFixture<LocalAws>
{
    [Fact]
    public void The_real_provider_accepts_and_plans_every_stage()
    {
        var stack = JsonNode.Parse(Testing.SynthScope(EveryStage.In))!.AsObject();
        var resources = stack["resource"]!.AsObject().Sum(type => type.Value!.AsObject().Count);
        var terraform = CombinedConfiguration.Offline("processing", aws, new Dictionary<string, JsonObject> { ["processing"] = stack });

        terraform.Validate()["diagnostics"]!.AsArray().Should().BeEmpty();
        terraform.Plan("plan").Should().BeEmpty();
        terraform.PlannedResources("plan").Should().HaveCount(resources);
    }
}
