using System.Text.Json.Nodes;
using Nautilus.Testing.Synth;
using Nautilus.Testing.Provider;

namespace Nautilus.Testing.LocalAws;

/// <summary>
/// All reviewed stacks on a local AWS at once, since most of the time goes by waiting: applied, planned again, used and destroyed.
/// Each has a region to itself, as two of them use one stream name.
/// </summary>
public sealed class LivingStacks
{
    private readonly Lazy<Task<Dictionary<string, Life>>> _lives;

    internal LivingStacks(LocalAws aws) => _lives = new(() => Task.Run(() => Live(aws)));

    private static readonly string[] Regions = ["us-east-1", "us-east-2", "us-west-1", "us-west-2", "eu-west-1", "eu-central-1"];

    /// <summary>What a stack made and how its streams did. All else fails here: an apply, a change in the plan after it, a destroy.</summary>
    internal async Task<Life> Of(string stack) => (await _lives.Value)[stack];

    /// <summary>Begins now what will be asked for later.</summary>
    internal void Begin() => _ = _lives.Value;

    private static async Task<Dictionary<string, Life>> Live(LocalAws aws)
    {
        var stacks = Golden.All().ToArray();
        var regions = stacks.Zip(Regions).ToDictionary();
        var terraform = CombinedConfiguration.Create(
            "living-stacks",
            stacks.ToDictionary(stack => stack, stack => LocalAws.WithoutWaiting(Golden.Read(stack))),
            stack => JsonNode.Parse(LocalAws.ProviderSettings)!.AsObject().With("region", regions[stack]),
            aws.Environment);
        var lives = new Dictionary<string, Life>();
        try
        {
            terraform.Apply();
            terraform.ShouldHaveNothingToChange();
            var resources = terraform.Resources();
            foreach (var stack in stacks)
                lives[stack] = await Use(aws, regions[stack], stack, resources);
        }
        finally
        {
            terraform.Destroy();
        }

        terraform.Resources().Should().BeEmpty("destroy takes all that apply made");
        foreach (var stack in stacks)
        {
            using var kinesis = new KinesisClient(aws.Endpoint, region: regions[stack]);
            lives[stack] = lives[stack] with { LeftBehind = await kinesis.StreamNames() };
        }

        return lives;
    }

    /// <summary>What goes into a stack's streams: <c>tests/Stacks/&lt;Stack&gt;.sample.json</c>, if there is one.</summary>
    internal static string Record(string stack)
    {
        var sample = Repository.PathOf("tests", "Stacks", $"{stack}.sample.json");
        return File.Exists(sample) ? File.ReadAllText(sample) : $"a record of {stack}";
    }

    private static async Task<Life> Use(LocalAws aws, string region, string stack, JsonNode[] resources)
    {
        var own = resources.Where(resource => ((string)resource["address"]!).StartsWith($"module.{stack}.", StringComparison.Ordinal)).ToArray();
        using var kinesis = new KinesisClient(aws.Endpoint, region: region);
        var records = new List<string>();
        foreach (var stream in own.Where(resource => (string)resource["type"]! == "aws_kinesis_stream"))
            records.Add(await kinesis.PutAndReadBack((string)stream["values"]!["name"]!, Record(stack)));
        return new Life([.. own.Select(resource => ((string)resource["address"]!)[$"module.{stack}.".Length..])], records, []);
    }

    /// <param name="Addresses">What stood in AWS.</param>
    /// <param name="Records">What was put into each of its streams and read back.</param>
    /// <param name="LeftBehind">The streams that are still there after destroy.</param>
    internal sealed record Life(string[] Addresses, IReadOnlyList<string> Records, string[] LeftBehind);
}
