using HashiCorp.Cdktf;
using Nautilus.App;
using Nautilus.Stacks;
using Nautilus.Testing.Synth;
using Tests.Streaming;

namespace Tests.App;

public sealed class DeploymentTests
{
    [Fact]
    public void Without_settings_it_is_dev_in_us_east_1_with_local_state()
    {
        var deployment = DeploymentSettings.Parse("{}");

        deployment.Should().BeEquivalentTo(new
        {
            Environment = "dev", Region = "us-east-1", Backend = Backend.Local, ProtectsData = false,
        });
        deployment.Tags.Should().BeEmpty();
    }

    [Fact]
    public void Settings_of_CDKTF_itself_are_accepted() =>
        DeploymentSettings.Parse("""{ "excludeStackIdFromLogicalIds": "true" }""").Environment.Should().Be("dev");

    [Fact]
    public void Every_stack_has_its_provider_tags_and_state()
    {
        var synthesized = Synthesize("""{ "environment": "prod", "region": "eu-west-1", "tags": { "Team": "data" } }""");

        synthesized.Should().HaveProvider(new
        {
            region = "eu-west-1",
            default_tags = new[] { new { tags = new { Environment = "prod", ManagedBy = "cdktf", Stack = "nautilus", Team = "data" } } },
        });
        synthesized.Should().HaveTerraformSettings(new { backend = new { local = new { path = "../../../terraform.nautilus.tfstate" } } });
    }

    [Theory]
    [InlineData("""{ "enviroment": "prod" }""", "a setting must be environment, region, tags or backend, got 'enviroment'")]
    [InlineData("""{ "environment": "Prod" }""", "environment must be 1 to 32 of a-z, 0-9 and '-', and begin with a letter, got 'Prod'")]
    [InlineData("""{ "region": "us-east-3" }""", "region must be one that AWS provider 5.100.0 knows, got 'us-east-3'")]
    [InlineData("""{ "region": "cn-north-1" }""",
        "region must not be in China, whose names of services the policies do not have, got 'cn-north-1'")]
    [InlineData("""{ "region": "Frankfurt" }""", "region must be a region's name, such as us-east-1, got 'Frankfurt'")]
    [InlineData("""{ "backend": "floppy" }""",
        """backend must be "local", { "type": "s3", "bucket": … } or { "type": "hcp", "organization": … }, got 'floppy'""")]
    [InlineData("""{ "backend": { "type": "s3" } }""",
        "backend.bucket must be a bucket's name, 3 to 63 of a-z, 0-9, '.' and '-', got ''")]
    [InlineData("""{ "backend": { "type": "s3", "bucket": "states", "region": "here" } }""",
        "backend.region must be a region's name, such as us-east-1, got 'here'")]
    [InlineData("""{ "backend": { "type": "local", "bucket": "states" } }""",
        "backend 'local' must have the fields of its type only, got fields of another type")]
    [InlineData("""{ "region": "here", "tags": { "aws:x": "y" } }""",
        "region must be a region's name, such as us-east-1, got 'here'; a tag's key must not begin with 'aws:', got 'aws:x'")]
    [InlineData("""{ "backend": { "type": "s3", "bucket": "states", "prefix": "/" } }""",
        "backend.prefix must be letters, digits, '/', '_', '.' and '-', got '/'")]
    [InlineData("""{ "backend": { "type": "s3", "bucket": "states", "kmsKeyArn": "alias/x" } }""",
        "backend.kmsKeyArn must be an ARN, got 'alias/x'")]
    [InlineData("""{ "backend": { "type": "hcp", "organization": "acme", "prefix": "a b" } }""",
        "backend.prefix must be letters, digits, '_' and '-', got 'a b'")]
    [InlineData("""{ "backend": { "type": "hcp" } }""", "backend.organization must be the name of an organization, got ''")]
    [InlineData("""{ "tags": { "aws:team": "data" } }""", "a tag's key must not begin with 'aws:', got 'aws:team'")]
    [InlineData("""{ "tags": { "": "data" } }""", "a tag's key must have 1 to 128 characters, got ''")]
    [InlineData("""{ "tags": { "Team": "data*" } }""",
        "tag 'Team' must have letters, digits, spaces and _ . : / = + - @ only, got 'data*'")]
    [InlineData("""{ "environment": "Prod", "region": "here" }""",
        "environment must be 1 to 32 of a-z, 0-9 and '-', and begin with a letter, got 'Prod'; "
        + "region must be a region's name, such as us-east-1, got 'here'")]
    public void A_wrong_setting_is_rejected_by_name(string context, string message) =>
        Rejected.AtOnce(() => DeploymentSettings.Parse(context)).Should().Be($"cdktf.json, context: {message}");

    [Fact]
    public void State_in_S3_is_encrypted_and_locked_with_a_key_for_each_stack() =>
        Synthesize("""{ "region": "eu-west-1", "backend": { "type": "s3", "bucket": "states" } }""").Should().HaveTerraformSettings(new
        {
            backend = new
            {
                s3 = new
                {
                    bucket = "states",
                    key = "nautilus/nautilus/terraform.tfstate",
                    region = "eu-west-1",
                    encrypt = true,
                    use_lockfile = true,
                },
            },
        });

    [Fact]
    public void State_in_HCP_Terraform_has_a_workspace_for_each_stack() =>
        Synthesize("""{ "backend": { "type": "hcp", "organization": "acme" } }""").Should().HaveTerraformSettings(new
        {
            cloud = new { organization = "acme", workspaces = new { name = "nautilus-nautilus" } },
        });

    [Theory]
    [InlineData("{ \"region\": ")]
    [InlineData("""{ "tags": "none" }""")]
    [InlineData("""{ "environment": 3 }""")]
    [InlineData("""{ "backend": { "type": "s3", "buckett": "states" } }""")]
    public void Settings_of_the_wrong_shape_are_rejected_in_one_line(string context) =>
        Rejected.AtOnce(() => DeploymentSettings.Parse(context)).Should().StartWith("cdktf.json: ").And.NotContain("\n");

    private static string Synthesize(string context) =>
        Testing.SynthWhole(app => new NautilusStack(app, "nautilus", DeploymentSettings.Parse(context)));
}
