using Nautilus.App;

namespace Tests.App;

/// <summary>Mistakes that only the whole stack shows are printed as other mistakes are.</summary>
public sealed class ValidationReportTests
{
    [Fact]
    public void A_report_of_one_mistake_is_one_line() => MistakesIn("""
        Error: Validation failed with the following errors:
          [stack/clicks] stream 'clicks': it must have several shards to have a hot one, got 1 shard
        """).Should().Equal("stream 'clicks': it must have several shards to have a hot one, got 1 shard");

    [Fact]
    public void A_report_of_two_mistakes_is_two_lines() => MistakesIn("""
        Error: Validation failed with the following errors:
          [stack/clicks] stream 'clicks': it must have several shards to have a hot one, got 1 shard
          [stack/producer] role 'producer': it must be granted something
        """).Should().Equal(
        "stream 'clicks': it must have several shards to have a hot one, got 1 shard",
        "role 'producer': it must be granted something");

    [Fact]
    public void A_mistake_that_is_reported_twice_is_one_line() => MistakesIn("""
        Error: Validation failed with the following errors:
          [stack/producer] role 'producer': it must be granted something
          [stack/producer] role 'producer': it must be granted something
        """).Should().Equal("role 'producer': it must be granted something");

    [Theory]
    [InlineData("Cannot find module 'cdktf'")]
    [InlineData("  [stack/clicks] is not a report")]
    public void Another_exception_reports_no_mistake(string message) => MistakesIn(message).Should().BeEmpty();

    private static IReadOnlyList<string> MistakesIn(string message) => ValidationReport.MistakesIn(new InvalidOperationException(message));
}
