using System.Text.RegularExpressions;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.Provider;
using Nautilus.Foundations;

namespace Nautilus.App;

/// <summary>What differs between deployments: the <c>context</c> of cdktf.json, read once and checked.</summary>
public sealed partial record Deployment
{
    /// <summary>Only here may <c>cdktf destroy</c> take what holds data.</summary>
    private const string Disposable = "dev";

    public string Environment { get; init; } = Disposable;

    public string Region { get; init; } = "us-east-1";

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    public Backend Backend { get; init; } = Backend.Local;

    /// <summary>Whether Terraform refuses to destroy what holds data.</summary>
    public bool ProtectsData => Environment != Disposable;

    /// <summary>Gives a stack its provider, its tags and the place of its state.</summary>
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
        Rules.Check("cdktf.json, context",
        [
            (EnvironmentName().IsMatch(Environment), $"environment must be 1 to 32 of a-z, 0-9 and '-', beginning with a letter, got '{Environment}'"),
            (RegionName().IsMatch(Region), $"region must be a region's name, such as us-east-1, got '{Region}'"),
            .. TagRules.For(Tags, most: 47),
            .. Backend.InputRules,
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

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,31}\z")]
    private static partial Regex EnvironmentName();

    [GeneratedRegex(@"^[a-z]{2,3}(-[a-z]+)+-[0-9]{1,2}\z")]
    internal static partial Regex RegionName();
}
