using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.Provider;
using Nautilus.Foundations;

namespace Nautilus.App;

/// <summary>What differs between deployments: the <c>context</c> of cdktf.json, read once and checked.</summary>
public sealed record Deployment
{
    /// <summary>The one environment where <c>cdktf destroy</c> may destroy data.</summary>
    private const string Disposable = "dev";

    private static readonly Pattern EnvironmentName = Pattern.Of(
        "[a-z][a-z0-9-]{0,31}", "1 to 32 of a-z, 0-9 and '-', and begin with a letter", "docs/state.md");

    /// <summary>The name of the environment.</summary>
    public string Environment { get; init; } = Disposable;

    /// <summary>The region of the AWS provider.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>Tags of all resources, beside <c>Environment</c>, <c>ManagedBy</c> and <c>Stack</c>.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Where Terraform keeps the state of each stack.</summary>
    public Backend Backend { get; init; } = Backend.Local;

    /// <summary>Whether Terraform refuses to destroy data.</summary>
    public bool ProtectsData => Environment != Disposable;

    /// <summary>Gives a stack its provider, its tags and its backend.</summary>
    public void Configure(TerraformStack stack, string id)
    {
        Backend.Configure(stack, id);
        new AwsProvider(stack, "aws", new AwsProviderConfig
        {
            Region = Region,
            DefaultTags = new[] { new AwsProviderDefaultTags { Tags = AllTags(id) } },
        });
    }

    internal Deployment Checked()
    {
        Check.That("cdktf.json, context",
        [
            Rule.MatchesLiterally("environment", Environment, EnvironmentName),
            .. Regions.Rules(Region),
            .. TagRules.For(Tags, most: 47),
            .. Backend.Rules,
        ]);
        return this;
    }

    private Dictionary<string, string> AllTags(string stack)
    {
        var tags = new Dictionary<string, string> { ["Environment"] = Environment, ["ManagedBy"] = "cdktf", ["Stack"] = stack };
        foreach (var (key, value) in Tags)
            tags[key] = value;
        return tags;
    }
}
