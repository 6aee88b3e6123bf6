using System.Text.Json.Nodes;
using Nautilus.Review.Access;
using static Tests.Streaming.Streams.AccessOfAStream;

namespace Tests.Streaming.Streams;

/// <summary>A role that must be able to assume itself, as the Unity Catalog of Databricks requires.</summary>
public sealed class CrossAccountRoleTests
{
    private const string Role = "fan-out-databricks";
    private const string ExternalId = "0000-1111-2222";

    [Fact]
    public void It_may_assume_itself() => Assume(Role, Named(Role)).Should().BeTrue();

    [Fact]
    public void A_role_that_is_not_asked_to_may_not_assume_itself() => Assume("databricks", Named("databricks")).Should().BeFalse();

    [Fact]
    public void Others_of_the_account_may_not_assume_it() =>
        Assume(Role, "arn:aws:iam::111122223333:role/admin").Should().BeFalse();

    [Fact]
    public void Nobody_may_assume_it_without_the_external_id() => Assume(Role, Named(Role), "another").Should().BeFalse();

    [Fact]
    public void Its_policy_lets_it_assume_itself_and_no_other_role()
    {
        Decide(Role, "sts:AssumeRole", Access.ArnOf($"aws_iam_role.{Role}"), []).Should().Be(Decision.Allowed);
        Decide(Role, "sts:AssumeRole", Access.ArnOf("aws_iam_role.flink"), []).Should().Be(Decision.ImplicitlyDenied);
    }

    private static bool Assume(string role, string principal, string externalId = ExternalId) =>
        Access.DecideAssume(role, principal, new() { ["sts:ExternalId"] = externalId }, Everything) == Decision.Allowed;

    // AWS adds a time and a number to the prefix.
    private static string Named(string role) =>
        $"arn:aws:iam::111122223333:role/{JsonNode.Parse(Synthesized)!["resource"]!["aws_iam_role"]![role]!["name_prefix"]}20261122";
}
