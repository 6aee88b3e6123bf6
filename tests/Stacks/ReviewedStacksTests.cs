using System.Text.Json.Nodes;
using Nautilus.Testing.LocalAws;
using Nautilus.Testing.Synth;
using Nautilus.Testing.Provider;

namespace Tests.Stacks;

/// <summary>What every reviewed stack must show: the provider accepts it, it lives on AWS, and what it holds outlives its changes.</summary>
[Collection(Beside.Reviewed)]
public sealed class ReviewedStacksTests(StackJudges judges)
{
    public static TheoryData<string> Stacks => new(Golden.All());

    public static TheoryData<string, string> ChangesOfAYear
    {
        get
        {
            var changes = new TheoryData<string, string>();
            foreach (var stack in Golden.All())
                foreach (var change in StateChanges.OfAYear.Keys.Where(change => change != "renamed"))
                    changes.Add(stack, change);
            return changes;
        }
    }

    [Theory, MemberData(nameof(Stacks))]
    public void The_provider_accepts_it(string stack)
    {
        judges.Provider.ComplaintsAbout(stack).Should().BeEmpty();
        judges.Provider.PlannedIn(stack).Should().BeEquivalentTo(StackAddresses.In(Golden.Read(stack)));
    }

    [Theory, MemberData(nameof(ChangesOfAYear))]
    public void What_changes_in_a_year_is_changed_in_place(string stack, string change)
    {
        var expected = change is "nothing" or "protection on" or StateChanges.ConsumerAdded || (change is "shards up" && IsScaled(stack)) ? "no-op" : "update";
        var actions = judges.Changes.After(change, stack).Where(resource => resource.Key != "aws_kinesis_stream_consumer.added").ToDictionary();

        actions.Keys.Should().BeEquivalentTo(StackAddresses.In(Golden.Read(stack)));
        actions.Where(resource => resource.Value is not (["update"] or ["no-op"])).Select(resource => resource.Key).Should().BeEmpty();
        actions.Where(resource => IsStream(resource.Key)).Should().OnlyContain(stream => stream.Value[0] == expected);
    }

    [Theory, MemberData(nameof(Stacks))]
    public void A_rename_replaces_the_stream(string stack) => judges.Changes.After("renamed", stack)
        .Where(resource => IsStream(resource.Key))
        .Should().NotBeEmpty().And.OnlyContain(stream => stream.Value.SequenceEqual(new[] { "delete", "create" }));

    [Theory, MemberData(nameof(Stacks))]
    public async Task It_lives_on_a_local_AWS(string stack)
    {
        var life = await judges.Living.Of(stack);

        life.Addresses.Should().BeEquivalentTo(StackAddresses.In(Golden.Read(stack)));
        life.Records.Should().NotBeEmpty().And.OnlyContain(record => record == LivingStacks.Record(stack));
        life.LeftBehind.Should().BeEmpty("destroy leaves nothing");
    }

    private static bool IsStream(string address) => address.StartsWith("aws_kinesis_stream.", StringComparison.Ordinal);

    // The shards of a stream that is scaled are none of Terraform's.
    private static bool IsScaled(string stack) => Golden.Read(stack)["resource"]!["aws_kinesis_stream"]!["stream"]!["lifecycle"]!["ignore_changes"] is JsonArray ignored
        && ignored.Any(attribute => (string)attribute! == "shard_count");
}

[CollectionDefinition(Beside.Reviewed)]
public sealed class ReviewedStacks : ICollectionFixture<StackJudges>;

/// <summary>Those that judge all stacks together, each once.</summary>
public sealed class StackJudges : IDisposable
{
    public StackJudges()
    {
        (Provider, Changes, Living) = (new(Aws), new(Aws), new(Aws));
        // All of it will be asked for, and most of its time goes by waiting: the others judge meanwhile.
        if (Environment.GetEnvironmentVariable("CI") is not null)
            Living.Begin();
    }

    internal LocalAws Aws { get; } = new();

    internal OfflineProvider Provider { get; }

    internal StateChanges Changes { get; }

    internal LivingStacks Living { get; }

    public void Dispose() => Aws.Dispose();
}
