using Nautilus.Review.Access;
using Nautilus.Review.Policies;
using static Tests.Stacks.AccessOfThePipeline;

namespace Tests.Stacks;

/// <summary>The requests that the endpoints of the streaming ETL's network let through.</summary>
public sealed class StreamingEtlEndpointTests
{
    /// <summary>Resources behind the endpoints.</summary>
    private static readonly string[] Reachable =
    [
        "*", Lake, $"{Lake}/x", StreamArn, Aggregator, $"{Deliveries}-to-search",
        $"arn:aws:dynamodb:{Here}:table/x", $"arn:aws:dynamodb:{Here}:table/x/index/y",
        Secret, Log("x"), Log("x:log-stream:y"), Key,
        $"arn:aws:sqs:{Here}:x", $"arn:aws:iam::{Account}:role/x", $"arn:aws:cloudwatch:{Here}:alarm:x",
    ];

    public static TheoryData<string> Endpoints => new(Declared["aws_vpc_endpoint"]!.AsObject().Select(endpoint => endpoint.Key));

    [Theory, MemberData(nameof(Endpoints))]
    public void An_endpoint_is_for_its_actions_and_for_principals_of_this_account_only(string endpoint)
    {
        var policy = Access.PolicyIn("aws_vpc_endpoint", endpoint);
        var actions = policy.Statements.SelectMany(statement => statement.Actions).ToArray();

        Passing($"arn:aws:iam::{Account}:role/app").Should().BeEquivalentTo(actions).And.NotBeEmpty();
        Passing($"arn:aws:iam::{OtherAccount}:role/app").Should().BeEmpty();

        string[] Passing(string principal) =>
        [
            .. from service in actions.Select(action => action.Split(':')[0]).Distinct()
               from action in ActionTable.Current.ActionsOf(service)
               where Reachable.Any(resource => Passes(policy, principal, action, resource, Account))
               select action,
        ];
    }

    [Theory]
    [InlineData("s3:PutObject")]
    [InlineData("s3:GetObject")]
    public void The_endpoint_of_S3_leads_to_buckets_of_this_account_only(string action)
    {
        var policy = PolicyIn("aws_vpc_endpoint", "network_s3");

        Passes(policy, $"arn:aws:iam::{Account}:role/app", action, $"{Lake}/x", Account).Should().BeTrue();
        Passes(policy, $"arn:aws:iam::{Account}:role/app", action, $"{Lake}/x", OtherAccount).Should().BeFalse();
    }

    // The principal is an administrator: only the policy of the endpoint limits the request.
    private static bool Passes(PolicyDocument endpoint, string principal, string action, string resource, string owner) =>
        Evaluator.Decide(
            new() { Action = action, Resource = resource, ResourceAccount = owner, Principal = principal },
            [Everything],
            [endpoint],
            resourcePolicyIsAuthoritative: true) == Decision.Allowed;
}
