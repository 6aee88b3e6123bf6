using Nautilus.Search;
using Nautilus.Testing.Emulation;

namespace Tests.Streaming.Networking;

/// <summary>A network with a domain and a warehouse in it, and a domain that grows.</summary>
internal static class NetworkOnAws
{
    private const string Name = "in-a-network";

    public static Func<LocalAws, Task> Compose()
    {
        var small = InANetwork.Synthesize(all => all.Everything());
        var grown = InANetwork.Synthesize(all => all.Everything(SearchProfile.Production()));
        return aws =>
        {
            Live(aws, small, grown);
            return Task.CompletedTask;
        };
    }

    private static void Live(LocalAws aws, string small, string grown)
    {
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

        terraform.Resources().Should().BeEmpty("destroy removes everything that apply created");
    }
}
