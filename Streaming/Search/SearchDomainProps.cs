using Nautilus.Foundations;
using Nautilus.Keys;
using Nautilus.Networking;

namespace Nautilus.Search;

/// <summary>A <see cref="SearchDomain"/>.</summary>
public sealed record SearchDomainProps
{
    /// <summary>The domain's name in AWS. A later change replaces the domain and loses its documents.</summary>
    public required string Name { get; init; }

    /// <summary>The network of the domain, with as many zones as <see cref="Profile"/> needs.</summary>
    public required PrivateNetwork Network { get; init; }

    /// <summary>The key that encrypts the documents and the logs.</summary>
    public required CustomerKey Key { get; init; }

    /// <summary>The number, the type and the disks of the nodes.</summary>
    public SearchProfile Profile { get; init; } = SearchProfile.Small;

    /// <summary>The version of OpenSearch. A later version updates the domain in place, and can't be undone.</summary>
    public string EngineVersion { get; init; } = "OpenSearch_3.3";

    /// <summary>
    /// ARNs of roles of the same account. Users of such a role can assume the domain's own role, and map other roles in OpenSearch
    /// Dashboards.
    /// </summary>
    public IReadOnlyList<string> Administrators { get; init; } = [];

    /// <summary>Terraform refuses to destroy the domain while this is on.</summary>
    public bool PreventDestroy { get; init; } = true;

    internal string Checked(string id)
    {
        Check.That($"search domain '{Name}'",
        [
            Rule.Matches("name", Name, AwsNames.SearchDomain),
            Rule.Matches("engine version", EngineVersion, AwsNames.SearchEngine),
            .. Rule.AllMatch("an administrator", Administrators, AwsArns.Role),
            Rule.AtLeast("the number of zones of its network", Network.PrivateSubnets.Count, Profile.Zones),
            .. Profile.Rules,
        ]);
        return id;
    }
}
