using System.Text.Json.Nodes;
using Nautilus.Scaling;
using Nautilus.Testing.StepFunctions;

namespace Tests.Streaming.Scaling;

/// <summary>The definition of the workflow, in Amazon States Language.</summary>
public sealed class WorkflowDefinitionTests
{
    [Fact]
    public void The_definition_follows_the_schema_of_the_States_Language()
    {
        StateMachine.Complaints(ScalingWorkflow.Definition).Should().BeEmpty();

        var broken = JsonNode.Parse(ScalingWorkflow.Definition)!;
        broken["States"]!["Report"]!["Next"] = "Nowhere";
        broken["States"]!["Count"]!.AsObject().Remove("Resource");
        StateMachine.Complaints(broken.ToJsonString()).Should().NotBeEmpty();
    }

    [Fact]
    public void The_definition_has_no_template_of_Terraform() =>
        ScalingWorkflow.Definition.Should().NotContain("${").And.NotContain("%{");

    [Fact]
    public void The_definition_uses_no_context_that_Step_Functions_does_not_give() =>
        ScalingWorkflow.Definition.Should().NotMatchRegex(@"\$[^A-Za-z]");
}
