using HashiCorp.Cdktf;
using Nautilus.Stacks;
using Nautilus.Tests.Synth;

namespace Nautilus.Tests.Stacks;

public sealed class DeploymentTests
{
    [Fact]
    public void Without_settings_it_is_dev_in_us_east_1_with_local_state()
    {
        var deployment = DeploymentSettings.Parse("{}");

        deployment.Should().BeEquivalentTo(new { Environment = "dev", Region = "us-east-1", Backend = Backend.Local, ProtectsData = false });
        deployment.Tags.Should().BeEmpty();
    }

    [Fact]
    public void Settings_of_CDKTF_itself_are_let_through() =>
        DeploymentSettings.Parse("""{ "excludeStackIdFromLogicalIds": "true" }""").Environment.Should().Be("dev");

    [Fact]
    public void Every_stack_gets_provider_tags_and_state_from_it()
    {
        var deployment = DeploymentSettings.Parse("""{ "environment": "prod", "region": "eu-west-1", "tags": { "Team": "data" } }""");

        var synthesized = Testing.SynthWhole(new NautilusStack(Testing.App(), "nautilus", deployment));

        synthesized.Should().HaveProvider(new
        {
            region = "eu-west-1",
            default_tags = new[] { new { tags = new { Environment = "prod", ManagedBy = "cdktf", Stack = "nautilus", Team = "data" } } },
        });
        synthesized.Should().HaveTerraformSettings(new { backend = new { local = new { path = "../../../terraform.nautilus.tfstate" } } });
    }

    [Theory]
    [InlineData("""{ "enviroment": "prod" }""", "cdktf.json, context: 'enviroment' is no setting; the settings are environment, region, tags and backend")]
    [InlineData("""{ "environment": "Prod" }""", "cdktf.json, context: environment must be 1 to 32 of a-z, 0-9 and '-', beginning with a letter, got 'Prod'")]
    [InlineData("""{ "region": "Frankfurt" }""", "cdktf.json, context: region must be a region's name, such as us-east-1, got 'Frankfurt'")]
    [InlineData("""{ "backend": "floppy" }""", "cdktf.json, context: backend must be 'local', got 'floppy'")]
    [InlineData("""{ "tags": { "aws:team": "data" } }""", "cdktf.json, context, tags: a key must not begin with 'aws:', got 'aws:team'")]
    [InlineData("""{ "tags": { "": "data" } }""", "cdktf.json, context, tags: a key must have 1 to 128 characters, got ''")]
    [InlineData("""{ "tags": { "Team": "data*" } }""", "cdktf.json, context, tags: 'Team' must hold letters, digits, spaces and _ . : / = + - @ only, got 'data*'")]
    [InlineData("""{ "environment": "Prod", "region": "here" }""",
        "cdktf.json, context: environment must be 1 to 32 of a-z, 0-9 and '-', beginning with a letter, got 'Prod'; region must be a region's name, such as us-east-1, got 'here'")]
    public void A_wrong_setting_is_rejected_by_name(string context, string message) =>
        FluentActions.Invoking(() => DeploymentSettings.Parse(context)).Should().ThrowExactly<ArgumentException>().WithMessage(message);

    [Theory]
    [InlineData("{ \"region\": ")]
    [InlineData("""{ "tags": "none" }""")]
    [InlineData("""{ "environment": 3 }""")]
    public void Settings_of_the_wrong_shape_are_rejected_in_one_line(string context) =>
        FluentActions.Invoking(() => DeploymentSettings.Parse(context)).Should().ThrowExactly<ArgumentException>()
            .Which.Message.Should().StartWith("cdktf.json: ").And.NotContain("\n");
}
