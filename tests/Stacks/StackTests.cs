using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Constructs;
using HashiCorp.Cdktf;
using Nautilus.App;
using Nautilus.Review.Access;
using Nautilus.Review.Terraform;
using Nautilus.Testing.Synth;

namespace Tests.Stacks;

/// <summary>Rules for every stack. <see cref="ReviewedStacksTests"/> has the rules for the reviewed JSON.</summary>
public abstract class StackTests
{
    /// <summary>The stack's id, and its address on the command line.</summary>
    protected abstract string Id { get; }

    protected abstract TerraformStack Compose(Construct app, Deployment deployment);

    private static readonly ConcurrentDictionary<Type, string> InDev = [];

    private string Name => GetType().Name[..^"Tests".Length];

    /// <summary>The JSON of a development deployment. It is synthesized once for all tests of the stack.</summary>
    protected string Synthesize() => InDev.GetOrAdd(GetType(), _ => Synthesize(new()));

    protected string Synthesize(Deployment deployment) => Testing.SynthWhole(app => Compose(app, deployment));

    [Fact]
    public void Synthesizes_what_was_reviewed() => Goldens.Folder.Verify(Name, Synthesize());

    [Fact]
    public void Protects_its_data_everywhere_but_in_dev()
    {
        var stateful = JsonNode.Parse(Synthesize(new Deployment { Environment = "prod" }))!["resource"]!["aws_kinesis_stream"]!.AsObject();
        stateful.Should().NotBeEmpty().And.OnlyContain(stream => (bool)stream.Value!["lifecycle"]!["prevent_destroy"]!);
    }

    [Theory]
    [InlineData("producer", "kinesis:PutRecord", "kinesis:PutRecords")]
    [InlineData("consumer",
        "kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards")]
    public void Outputs_a_policy_with_these_actions_and_no_others(string who, params string[] calls)
    {
        var synthesized = Synthesize();
        var access = Grants.Of(synthesized);
        var output = (string)JsonNode.Parse(synthesized)!["output"]![$"{who}_policy_arn"]!["value"]!;
        var policy = access.ManagedPolicy(access.ManagedPolicies.Single(id => output == $"${{aws_iam_policy.{id}.arn}}"));
        var stream = access.ArnOf("aws_kinesis_stream.stream");

        var may = from action in ActionTable.Current.ActionsOf("kinesis")
                  from resource in new[] { stream, $"{stream}2", "*" }
                  where Decide(action, resource) == Decision.Allowed
                  select (action, resource);

        may.Should().BeEquivalentTo(calls.Select(call => (call, stream)));
        ActionTable.Current.Complaints(policy).Should().BeEmpty();

        Decision Decide(string action, string resource)
        {
            var principal = $"arn:aws:iam::{SampleAttributes.Account}:role/{who}";
            return Evaluator.Decide(new() { Action = action, Resource = resource, Principal = principal }, [policy], []);
        }
    }

    [Fact]
    public void Keeps_its_addresses() => Goldens.Folder.VerifyAddresses(Name, Synthesize());
}
