using Nautilus.Review.Access;
using static Tests.Review.Access.Evaluation;

namespace Tests.Review.Access;

/// <summary>The decisions that the IAM user guide, and the guides of KMS and Kinesis, describe.</summary>
public sealed class EvaluatorTests
{
    private static readonly Dictionary<string, Evaluation> Cases = new(
    [
        .. AccountCases.Within,
        .. StatementCases.ActionsAndResources,
        .. StatementCases.Variables,
        .. AccountCases.Across,
        .. KeyAndServiceCases.Keys,
        .. KeyAndServiceCases.Services,
    ]);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Decides_as_AWS_documents(string name)
    {
        var it = Cases[name];
        Evaluator.Decide(it.Request, it.Policies(it.Identity), it.Policies(it.Resource), it.IsAuthoritative).Should().Be(it.Decision);
    }

    [Fact]
    public void A_resource_policy_must_say_whom_it_is_for() =>
        Deciding([], [MayPut]).Should().Be("resource policy: statement '' has no principal");

    [Fact]
    public void An_identity_policy_must_not_say_whom_it_is_for() =>
        Deciding([NamesProducer], []).Should().Be("identity policy: statement '' has a principal");

    [Fact]
    public void Allowing_all_but_one_is_not_understood() =>
        Deciding([], ["""{"Sid":"Others","Effect":"Allow","NotPrincipal":"*","Action":"*","Resource":"*"}"""]).Should().Be(
            "resource policy: statement 'Others' allows a NotPrincipal");

    [Fact]
    public void The_account_of_a_bucket_must_be_given() =>
        FluentActions.Invoking(() => (Put with { Resource = "arn:aws:s3:::archive" }).ResourceAccount)
            .Should().Throw<InvalidOperationException>().Which.Message.Should().Be(
                "request: ResourceAccount must be set, because 'arn:aws:s3:::archive' has no account");

    private static string Deciding(string[] identity, string[] resource)
    {
        var it = new Evaluation(Decision.Allowed, Put);
        return FluentActions.Invoking(() => Evaluator.Decide(Put, it.Policies(identity), it.Policies(resource)))
            .Should().Throw<Exception>().Which.Message;
    }
}
