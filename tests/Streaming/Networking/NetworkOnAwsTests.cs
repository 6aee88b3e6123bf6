using Nautilus.Search;
using Nautilus.Testing.Emulation;

namespace Tests.Streaming.Networking;

[Collection(Beside.NetworkOnAws)]
public sealed class NetworkOnAwsTests(LocalAws aws) : IClassFixture<LocalAws>
{
    private const string Name = "in-a-network";

    [Fact]
    public void A_network_with_a_domain_and_a_warehouse_is_deployed_and_the_domain_grows_in_place()
    {
        var small = InANetwork.Synthesize(all => all.Everything());
        var grown = InANetwork.Synthesize(all => all.Everything(SearchProfile.Production()));
        var terraform = aws.Prepare(Name, small);
        try
        {
            terraform.Apply();
            terraform.ShouldHaveNothingToChange();

            LocalAws.Change(Name, grown);
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

        terraform.Addresses().Should().BeEmpty("destroy removes everything that apply created");
    }
}
