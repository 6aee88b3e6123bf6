using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Nautilus.Stacks;
using Nautilus.Tests.Access;
using Nautilus.Tests.Harness;
using Nautilus.Tests.LocalAws;
using Nautilus.Tests.Synth;

namespace Nautilus.Tests.Stacks;

/// <summary>What every stack must show: a reviewed configuration that the provider accepts and that lives on AWS.</summary>
[Collection(nameof(StackTests))]
public abstract class StackTests(OfflineProvider provider, StateChanges changes, LocalAws.LocalAws aws)
{
    /// <summary>The stack's id, and its address on the command line.</summary>
    protected abstract string Id { get; }

    protected abstract TerraformStack Compose(App app, Deployment deployment);

    private string Name => GetType().Name[..^"Tests".Length];

    protected string Synthesize(Deployment? deployment = null) => Testing.SynthWhole(Compose(Testing.App(), deployment ?? new Deployment()));

    [Fact]
    public void Synthesizes_what_was_reviewed() => Golden.Verify(Name, Synthesize());

    [Fact]
    public void Is_accepted_by_the_provider()
    {
        provider.ComplaintsAbout(Name).Should().BeEmpty();
        provider.PlannedIn(Name).Should().BeEquivalentTo(Addresses(JsonNode.Parse(File.ReadAllText(Golden.PathOf(Name)))!));
    }

    [Fact]
    public async Task Lives_on_a_local_AWS()
    {
        using var kinesis = new KinesisClient(aws.Endpoint);
        await aws.Live(Id, Synthesize(), async resources =>
        {
            foreach (var stream in resources.Where(resource => (string)resource["type"]! == "aws_kinesis_stream"))
                (await kinesis.PutAndReadBack((string)stream["values"]!["name"]!, $"a record of {Id}")).Should().Be($"a record of {Id}");
        });
        (await kinesis.StreamNames()).Should().BeEmpty("destroy leaves nothing");
    }

    [Fact]
    public void Keeps_its_data_everywhere_but_in_dev()
    {
        var stateful = JsonNode.Parse(Synthesize(new Deployment { Environment = "prod" }))!["resource"]!["aws_kinesis_stream"]!.AsObject();
        stateful.Should().NotBeEmpty().And.OnlyContain(stream => (bool)stream.Value!["lifecycle"]!["prevent_destroy"]!);
    }

    [Theory]
    [MemberData(nameof(ChangesOfAYear))]
    public void Is_changed_in_place_by_what_changes_in_a_year(string change)
    {
        var expected = change is "nothing" or "protection on" or StateChanges.ConsumerAdded ? "no-op" : "update";
        var actions = changes.After(change, Name).Where(resource => resource.Key != "aws_kinesis_stream_consumer.added").ToDictionary();

        actions.Keys.Should().BeEquivalentTo(Addresses(JsonNode.Parse(File.ReadAllText(Golden.PathOf(Name)))!));
        actions.Values.Should().OnlyContain(action => action.Length == 1 && (action[0] == "update" || action[0] == "no-op"));
        actions.Where(resource => resource.Key.StartsWith("aws_kinesis_stream.", StringComparison.Ordinal)).Should().OnlyContain(
            stream => stream.Value[0] == expected);
    }

    [Fact]
    public void Is_replaced_by_a_rename() => changes.After("renamed", Name)
        .Where(resource => resource.Key.StartsWith("aws_kinesis_stream.", StringComparison.Ordinal))
        .Should().OnlyContain(stream => stream.Value.SequenceEqual(new[] { "delete", "create" }));

    [Theory]
    [InlineData("producer", "kinesis:PutRecord", "kinesis:PutRecords")]
    [InlineData("consumer", "kinesis:DescribeStreamSummary", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards")]
    public void Outputs_a_policy_of_what_one_calls_and_nothing_else(string who, params string[] calls)
    {
        var synthesized = Synthesize();
        var access = Grants.Of(synthesized);
        var output = (string)JsonNode.Parse(synthesized)!["output"]![$"{who}_policy_arn"]!["value"]!;
        var policy = access.ManagedPolicy(access.ManagedPolicies.Single(id => output == $"${{aws_iam_policy.{id}.arn}}"));
        var stream = access.ArnOf("aws_kinesis_stream.stream");

        var may = from action in ActionTable.Current.ActionsOf("kinesis")
                  from resource in new[] { stream, $"{stream}2", "*" }
                  where Evaluator.Decide(new() { Action = action, Resource = resource, Principal = $"arn:aws:iam::{SampleAttributes.Account}:role/{who}" }, [policy], []) == Decision.Allowed
                  select (action, resource);

        may.Should().BeEquivalentTo(calls.Select(call => (call, stream)));
        ActionTable.Current.Complaints(policy).Should().BeEmpty();
    }

    [Fact]
    public void Keeps_its_addresses() => StackAddresses.Verify(Name, Id, Synthesize());

    public static TheoryData<string> ChangesOfAYear => new(StateChanges.OfAYear.Keys.Where(change => change != "renamed"));

    private static IEnumerable<string> Addresses(JsonNode stack) =>
        from type in stack["resource"]!.AsObject()
        from resource in type.Value!.AsObject()
        select $"{type.Key}.{resource.Key}";
}

[CollectionDefinition(nameof(StackTests))]
public sealed class StackTestsCollection : ICollectionFixture<OfflineProvider>, ICollectionFixture<StateChanges>, ICollectionFixture<LocalAws.LocalAws>;
