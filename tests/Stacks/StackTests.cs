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
public abstract class StackTests(StackJudges judges)
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
        judges.Provider.ComplaintsAbout(Name).Should().BeEmpty();
        judges.Provider.PlannedIn(Name).Should().BeEquivalentTo(StackAddresses.In(Golden.Read(Name)));
    }

    [Fact]
    public async Task Lives_on_a_local_AWS()
    {
        var life = await judges.Living.Of(Name);

        life.Addresses.Should().BeEquivalentTo(StackAddresses.In(Golden.Read(Name)));
        life.Records.Should().NotBeEmpty().And.OnlyContain(record => record == LivingStacks.Record(Name));
        life.LeftBehind.Should().BeEmpty("destroy leaves nothing");
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
        var expected = change is "nothing" or "protection on" or StateChanges.ConsumerAdded || (change is "shards up" && IsScaled) ? "no-op" : "update";
        var actions = judges.Changes.After(change, Name).Where(resource => resource.Key != "aws_kinesis_stream_consumer.added").ToDictionary();

        actions.Keys.Should().BeEquivalentTo(StackAddresses.In(Golden.Read(Name)));
        actions.Where(resource => resource.Value is not (["update"] or ["no-op"])).Select(resource => resource.Key).Should().BeEmpty();
        actions.Where(resource => resource.Key.StartsWith("aws_kinesis_stream.", StringComparison.Ordinal)).Should().OnlyContain(
            stream => stream.Value[0] == expected);
    }

    // The shards of a stream that is scaled are none of Terraform's.
    private bool IsScaled => Golden.Read(Name)["resource"]!["aws_kinesis_stream"]!["stream"]!["lifecycle"]!["ignore_changes"] is JsonArray ignored
        && ignored.Any(attribute => (string)attribute! == "shard_count");

    [Fact]
    public void Is_replaced_by_a_rename() => judges.Changes.After("renamed", Name)
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
}

[CollectionDefinition(nameof(StackTests))]
public sealed class StackTestsCollection : ICollectionFixture<StackJudges>;

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

    internal LocalAws.LocalAws Aws { get; } = new();

    internal OfflineProvider Provider { get; }

    internal StateChanges Changes { get; }

    internal LivingStacks Living { get; }

    public void Dispose() => Aws.Dispose();
}
