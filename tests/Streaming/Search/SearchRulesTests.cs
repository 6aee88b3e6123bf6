using Nautilus.Search;

namespace Tests.Streaming.Search;

/// <summary>The properties that a domain rejects.</summary>
public sealed class SearchRulesTests
{
    private const string Node = "r7g.large.search";
    private const string Master = "m7g.large.search";
    private const string NotAType = "must be a type of OpenSearch, such as r7g.large.search, other than t2 and t3, got";

    [Theory]
    [InlineData("no")]
    [InlineData("Events")]
    [InlineData("1events")]
    [InlineData("a-name-of-more-than-28-letters")]
    public void A_name_that_OpenSearch_refuses_is_rejected(string name) => Message(props => props with { Name = name })
        .Should().Be($"search domain '{name}': name must be 3 to 28 of a-z, 0-9 and '-', and begin with a letter, got '{name}'");

    [Fact]
    public void An_unknown_engine_version_is_rejected() => Message(props => props with { EngineVersion = "2.19" })
        .Should().Be("search domain 'events': engine version must be a version of OpenSearch, such as OpenSearch_3.3, got '2.19'");

    [Fact]
    public void Administrators_that_are_not_roles_are_rejected() =>
        Message(props => props with { Administrators = [SynthesizedDomain.Administrator, "arn:aws:iam::111122223333:root"] })
            .Should().Be("search domain 'events': an administrator must be the ARN of a role, " +
                "such as arn:aws:iam::111122223333:role/reader, got 'arn:aws:iam::111122223333:root'");

    [Theory]
    [InlineData(4, Node, 100, Master, "nodes must be 3 to 1002 and a multiple of 3, got 4")]
    [InlineData(0, Node, 100, Master, "nodes must be 3 to 1002 and a multiple of 3, got 0")]
    [InlineData(3, "t3.medium.search", 100, Master, $"node type {NotAType} 't3.medium.search'")]
    [InlineData(3, Node, 100, "m7g.large", $"master type {NotAType} 'm7g.large'")]
    [InlineData(3, Node, 9, Master, "the disk of each node must be 10 to 24576 GiB, got 9")]
    public void An_impossible_cluster_is_rejected(int nodes, string type, int gib, string master, string rule) =>
        Message(props => props with { Profile = SearchProfile.Production(nodes, type, gib, master) })
            .Should().Be($"search domain 'events': {rule}");

    [Fact]
    public void A_domain_in_three_zones_needs_a_network_with_three_zones() =>
        Message(props => props with { Profile = SearchProfile.Production() }, zones: ["a", "b"])
            .Should().Be("search domain 'events': the number of zones of its network must be 3 or more, got 2");

    private static string Message(Func<SearchDomainProps, SearchDomainProps> change, string[]? zones = null) =>
        Rejected.AtOnce(() => SynthesizedDomain.Of(change, zones: zones));
}
