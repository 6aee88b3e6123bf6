using System.Text.Json.Nodes;
using Nautilus.Testing.Provider;
using Nautilus.Testing.Terraform;
using Tests.Stacks;

namespace Tests.Kits.Provider;

[Collection(Beside.Terraform)]
public sealed class OfflineProviderTests(StackJudges judges)
{
    [Fact]
    public void A_state_machine_is_validated_while_it_is_planned() => Complaints("Done").Should().BeEmpty();

    [Fact]
    public void A_state_machine_with_a_transition_to_no_state_is_a_complaint() =>
        Complaints("Nowhere").Should().ContainSingle().Which.Should().Contain("/States/Begin/Next names no state: Nowhere");

    private IEnumerable<string> Complaints(string next)
    {
        var definition = $$"""
            { "StartAt": "Begin", "States": { "Begin": { "Type": "Pass", "Next": "{{next}}" }, "Done": { "Type": "Succeed" } } }
            """;
        var stack = JsonNode.Parse("""
            {
              "terraform": { "required_providers": { "aws": { "source": "aws", "version": "5.100.0" } } },
              "provider": { "aws": [{ "region": "us-east-1" }] },
              "resource": {
                "aws_sfn_state_machine": { "sample": { "name": "sample", "role_arn": "arn:aws:iam::111122223333:role/sample" } }
              }
            }
            """)!.AsObject();
        stack["resource"]!["aws_sfn_state_machine"]!["sample"]!["definition"] = definition;

        return OfflineProvider.Prepare("state-machine", judges.Aws, stack.ToJsonString())
            .Plan("plan").Where(TerraformFolder.IsError).Select(error => $"{error["summary"]}: {error["detail"]}");
    }
}
