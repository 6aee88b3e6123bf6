using Nautilus.Review.Access;
using static Tests.Stacks.AccessOfThePipeline;

namespace Tests.Stacks;

/// <summary>Who may assume the roles of the streaming ETL.</summary>
public sealed class StreamingEtlTrustTests
{
    /// <summary>The service that assumes each role, and the source that it must send; null where AWS promises none.</summary>
    public static TheoryData<string, string, string?> Callers => new()
    {
        { "transform", "lambda.amazonaws.com", null },
        { "aggregate", "lambda.amazonaws.com", null },
        { "to-lake", "firehose.amazonaws.com", $"{Deliveries}-to-lake" },
        { "search", "firehose.amazonaws.com", $"{Deliveries}-to-search" },
        { "to-warehouse", "firehose.amazonaws.com", $"{Deliveries}-to-warehouse" },
        { "lake", "s3.amazonaws.com", null },
        { "flink", "kinesisanalytics.amazonaws.com", $"arn:aws:kinesisanalytics:{Here}:application/streaming-etl-flink" },
        { "stream_scaling_worker", "states.amazonaws.com", $"arn:aws:states:{Here}:stateMachine:streaming-etl-scaling" },
        { "stream_scaling_starter", "scheduler.amazonaws.com", $"arn:aws:scheduler:{Here}:schedule-group/default" },
    };

    public static TheoryData<string> Roles => new(Callers.Select(caller => (string)caller[0]));

    [Fact]
    public void Every_role_has_a_caller() => Access.Roles.Should().BeEquivalentTo(Callers.Select(caller => Role((string)caller[0])));

    [Theory, MemberData(nameof(Callers))]
    public void A_service_assumes_its_role_for_this_account_and_its_one_resource(string role, string service, string? source)
    {
        May(service, source ?? StreamArn, Account).Should().BeTrue();
        foreach (var other in Callers.Select(caller => (string)caller[1]).Where(other => other != service).Distinct())
            May(other, source ?? StreamArn, Account).Should().BeFalse(other);
        May(service, $"{source}2", Account).Should().Be(source is null);
        May(service, source ?? StreamArn, OtherAccount).Should().BeFalse();
        (Access.DecideAssume(Role(role), service, []) == Decision.Allowed).Should().Be(source is null);

        bool May(string caller, string from, string account)
        {
            var context = new Context { ["aws:SourceArn"] = from, ["aws:SourceAccount"] = account };
            return Access.DecideAssume(Role(role), caller, context) == Decision.Allowed;
        }
    }

    [Theory, MemberData(nameof(Roles))]
    public void An_administrator_of_the_account_may_not_assume_the_role_of_a_service(string role) =>
        Access.DecideAssume(Role(role), $"arn:aws:iam::{Account}:role/admin", [], Everything).Should().Be(Decision.ImplicitlyDenied);

    [Fact]
    public void Administrators_of_the_search_domain_add_one_statement_to_its_role()
    {
        var administered = Grants.Of(EverythingOfAPipeline.Synthesize());

        Sids(administered).Except(Sids(Access)).Should().Equal("Administer");

        static IEnumerable<string?> Sids(Grants access) =>
            access.PoliciesOf(SearchRole(access)).SelectMany(policy => policy.Statements).Select(statement => statement.Sid);
    }

    [Theory]
    [InlineData(EverythingOfAPipeline.Administrator, true)]
    [InlineData($"{EverythingOfAPipeline.Administrator}2", false)]
    [InlineData($"arn:aws:iam::{OtherAccount}:role/search-admin", false)]
    public void The_role_of_the_search_domain_is_assumed_by_its_administrators_only(string principal, bool allowed)
    {
        var administered = Grants.Of(EverythingOfAPipeline.Synthesize());

        (administered.DecideAssume(SearchRole(administered), principal, [], Everything) == Decision.Allowed).Should().Be(allowed);
    }

    private static string SearchRole(Grants access) =>
        access.Roles.Single(role => role.StartsWith("search_", StringComparison.Ordinal));
}
