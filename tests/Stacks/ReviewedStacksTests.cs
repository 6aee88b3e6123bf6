using System.Text.Json.Nodes;
using Nautilus.Testing.Emulation;
using Nautilus.Testing.Provider;
using Nautilus.Testing.Synth;

namespace Tests.Stacks;

/// <summary>The provider accepts every reviewed stack, and its data outlives the changes of a year.</summary>
[Collection(Beside.Terraform)]
public sealed class ReviewedStacksTests(StackJudges judges)
{
    public static TheoryData<string> Stacks => new(Goldens.Folder.Stacks);

    public static TheoryData<string, string> ChangesOfAYear
    {
        get
        {
            var changes = new TheoryData<string, string>();
            foreach (var stack in Goldens.Folder.Stacks)
                foreach (var change in StateChanges.OfAYear.Keys.Where(change => change != StateChanges.Renamed))
                    changes.Add(stack, change);
            return changes;
        }
    }

    [Theory, MemberData(nameof(Stacks))]
    public void The_provider_accepts_it(string stack)
    {
        judges.Provider.ComplaintsAbout(stack).Should().BeEmpty();
        judges.Provider.PlannedIn(stack).Should().BeEquivalentTo(StackAddresses.In(Goldens.Folder.Read(stack)));
    }

    [Theory, MemberData(nameof(ChangesOfAYear))]
    public void The_changes_of_a_year_are_made_in_place(string stack, string change)
    {
        var actions = judges.Changes.After(change, stack)
            .Where(resource => resource.Key != "aws_kinesis_stream_consumer.added").ToDictionary();

        actions.Keys.Should().BeEquivalentTo(StackAddresses.In(Goldens.Folder.Read(stack)));
        actions.Where(resource => resource.Value is not (["update"] or ["no-op"])).Select(resource => resource.Key).Should().BeEmpty();
        actions.Where(resource => IsStream(resource.Key)).Should().OnlyContain(stream => stream.Value[0] == ActionOf(change, stack));
    }

    [Theory, MemberData(nameof(ChangesOfAYear))]
    public void A_plan_shows_only_what_changes(string stack, string change) => Shown(change, stack).Except(Shown("nothing", stack))
        .Where(address => !IsStream(address) && address != "aws_kinesis_stream_consumer.added").Should().BeEmpty();

    // Where the made-up state lacks what only AWS knows, each plan shows a change. It must lack no policy and no dashboard.
    [Theory, MemberData(nameof(Stacks))]
    public void A_plan_without_a_change_shows_no_policy_and_no_dashboard(string stack) => Shown("nothing", stack)
        .Where(address => address.Contains("_policy.", StringComparison.Ordinal) || address.Contains("_dashboard."))
        .Should().BeEmpty();

    [Theory, MemberData(nameof(Stacks))]
    public void A_rename_replaces_the_stream(string stack) => judges.Changes.After(StateChanges.Renamed, stack)
        .Where(resource => IsStream(resource.Key))
        .Should().NotBeEmpty().And.OnlyContain(resource => resource.Value.SequenceEqual(new[] { "delete", "create" }));

    // A protection is Terraform's own, and changes nothing in AWS.
    private static string ActionOf(string change, string stack) => change switch
    {
        "nothing" or "protection on" or StateChanges.ConsumerAdded => "no-op",
        "shards up" when IsScaled(stack) => "no-op",
        _ => "update",
    };

    private IEnumerable<string> Shown(string change, string stack) =>
        judges.Changes.After(change, stack).Where(resource => resource.Value is not ["no-op"]).Select(resource => resource.Key);

    private static bool IsStream(string address) => address.StartsWith("aws_kinesis_stream.", StringComparison.Ordinal);

    // Terraform ignores the number of shards of a scaled stream.
    private static bool IsScaled(string stack)
    {
        var stream = Goldens.Folder.Read(stack)["resource"]!["aws_kinesis_stream"]!["stream"]!;
        return stream["lifecycle"]!["ignore_changes"] is JsonArray ignored && ignored.Any(attribute => (string)attribute! == "shard_count");
    }
}

[CollectionDefinition(Beside.Terraform)]
public sealed class ReviewedStacks : ICollectionFixture<StackJudges>;

/// <summary>What the tests of all stacks share: each judge runs once.</summary>
public sealed class StackJudges : IDisposable
{
    public StackJudges()
    {
        Provider = new(Goldens.Folder, Aws);
        Changes = new(Provider);
    }

    internal LocalAws Aws { get; } = new();

    internal OfflineProvider Provider { get; }

    internal StateChanges Changes { get; }

    public void Dispose() => Aws.Dispose();
}
