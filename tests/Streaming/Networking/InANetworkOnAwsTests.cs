using Nautilus.Streaming.Search;

namespace Nautilus.Tests.Streaming.Networking;

public sealed class InANetworkOnAwsTests(LocalAws.LocalAws aws) : IClassFixture<LocalAws.LocalAws>
{
    private const string Name = "in-a-network";

    [Fact]
    public void A_network_with_a_domain_and_a_warehouse_lives_on_a_local_AWS_and_the_domain_grows_where_it_stands()
    {
        var terraform = aws.Prepare(Name, InANetwork.Synthesize(all => all.Everything()));
        try
        {
            terraform.Apply();
            terraform.ShouldHaveNothingToChange();

            LocalAws.LocalAws.Change(Name, InANetwork.Synthesize(all => all.Everything(SearchProfile.Production())));
            terraform.Plan("growth").Should().BeEmpty();
            var changes = terraform.PlannedChanges("growth").ToDictionary(
                change => (string)change["address"]!,
                change => string.Join(',', change["change"]!["actions"]!.AsArray().Select(action => (string)action!)));
            changes["aws_opensearch_domain.search"].Should().Be("update");
            changes.Values.Should().NotContain(actions => actions.Contains("delete"));

            terraform.Apply();
            terraform.ShouldHaveNothingToChange();
        }
        finally
        {
            terraform.Destroy();
        }

        terraform.Resources().Should().BeEmpty("destroy takes all that apply made");
    }
}
