using System.Text.Json.Nodes;
using Nautilus.Testing.Synth;
using Nautilus.Testing.Terraform;

namespace Nautilus.Testing.Emulation;

/// <summary>
/// All goldens of a folder on a local AWS: applied, planned again, used and destroyed. They run side by side, as most of the time is
/// waiting. Each has a region to itself, because two stacks may use one stream name.
/// </summary>
public sealed class LivingStacks
{
    // There are as many stacks in a round as regions.
    private static readonly string[] Regions = ["us-east-1", "us-east-2", "us-west-1", "us-west-2", "eu-west-1", "eu-central-1"];

    private readonly GoldenFolder _stacks;
    private readonly LocalAws _aws;
    private readonly Lazy<Task<Dictionary<string, StackLife>>> _lives;

    /// <summary>Prepares the run. It begins by <see cref="Of"/>.</summary>
    /// <param name="stacks">The goldens.</param>
    /// <param name="aws">The local AWS.</param>
    public LivingStacks(GoldenFolder stacks, LocalAws aws)
    {
        (_stacks, _aws) = (stacks, aws);
        _lives = new(() => Task.Run(Live));
    }

    /// <summary>
    /// What a stack did. This fails for all stacks if an apply or a destroy fails, or if a plan right after apply has a change.
    /// </summary>
    /// <param name="stack">The stack's name in the folder of goldens.</param>
    public async Task<StackLife> Of(string stack) => (await _lives.Value)[_stacks.Known(stack)];

    private async Task<Dictionary<string, StackLife>> Live()
    {
        var lives = new Dictionary<string, StackLife>();
        foreach (var round in _stacks.Stacks.Chunk(Regions.Length))
            foreach (var (stack, life) in await Live(round.Zip(Regions).ToDictionary()))
                lives[stack] = life;
        return lives;
    }

    private async Task<Dictionary<string, StackLife>> Live(Dictionary<string, string> regions)
    {
        var terraform = CombinedConfiguration.Create(
            "living-stacks",
            regions.Keys.ToDictionary(stack => stack, stack => LocalAws.WithoutWaiting(_stacks.Read(stack))),
            stack => JsonObjects.Parse(LocalAws.ProviderSettings).With("region", regions[stack]),
            _aws.Environment);
        var lives = new Dictionary<string, StackLife>();
        try
        {
            terraform.Apply();
            terraform.ShouldHaveNothingToChange();
            var resources = terraform.Resources();
            foreach (var (stack, region) in regions)
                lives[stack] = await Use(stack, region, [.. resources.Where(resource => resource.IsIn(stack))]);
        }
        finally
        {
            terraform.Destroy();
        }

        terraform.Addresses().Should().BeEmpty("destroy must destroy everything that apply has created");
        foreach (var (stack, region) in regions)
        {
            using var kinesis = new KinesisClient(_aws.Endpoint, region: region);
            lives[stack] = lives[stack] with { LeftBehind = await kinesis.StreamNames() };
        }

        return lives;
    }

    private async Task<StackLife> Use(string stack, string region, JsonNode[] resources)
    {
        using var kinesis = new KinesisClient(_aws.Endpoint, region: region);
        var records = new List<string>();
        foreach (var stream in resources.Where(resource => (string)resource["type"]! == "aws_kinesis_stream"))
            records.Add(await kinesis.PutAndReadBack((string)stream["values"]!["name"]!, _stacks.SampleOf(stack)));
        return new StackLife([.. resources.Select(resource => resource.AddressIn(stack))], records, []);
    }
}
