using System.Text.RegularExpressions;
using Nautilus.Foundations;
using Nautilus.Keys;
using Nautilus.Networking;

namespace Nautilus.Search;

public sealed partial record SearchDomainProps
{
    public required string Name { get; init; }

    public required PrivateNetwork Network { get; init; }

    public required CustomerKey Key { get; init; }

    public SearchProfile Profile { get; init; } = SearchProfile.Small;

    /// <summary>A later one updates the domain where it stands; there is no way back.</summary>
    public string EngineVersion { get; init; } = "OpenSearch_3.3";

    /// <summary>
    /// ARNs of the account's roles that people use. Who is in one can take the domain's own role, and map others with it
    /// in OpenSearch Dashboards.
    /// </summary>
    public IReadOnlyList<string> Administrators { get; init; } = [];

    /// <summary>Terraform refuses to destroy the domain while this is on.</summary>
    public bool PreventDestroy { get; init; } = true;

    internal string Checked(string id)
    {
        Rules.Check($"search domain '{Name}'",
        [
            (DomainName().IsMatch(Name), $"name must be 3 to 28 of a-z, 0-9 and '-', and begin with a letter, got '{Name}'"),
            (Version().IsMatch(EngineVersion), $"engine version must be one of OpenSearch's, such as OpenSearch_3.3, got '{EngineVersion}'"),
            (Administrators.All(arn => Rules.IsToken(arn) || RoleArn().IsMatch(arn)),
                $"administrators must be ARNs of roles, such as arn:aws:iam::111122223333:role/search-admin, got '{string.Join(", ", Administrators)}'"),
            (Network.PrivateSubnets.Count >= Profile.Zones, $"its network must have {Profile.Zones} zones for this profile, got {Network.PrivateSubnets.Count}"),
            .. Profile.Checks,
        ]);
        return id;
    }

    [GeneratedRegex(@"^[a-z][a-z0-9-]{2,27}\z")]
    private static partial Regex DomainName();

    [GeneratedRegex(@"^OpenSearch_[0-9]+\.[0-9]+\z")]
    private static partial Regex Version();

    [GeneratedRegex(@"^arn:aws[a-z-]*:iam::[0-9]{12}:role/[\w+=,.@/-]+\z", RegexOptions.ECMAScript)]
    private static partial Regex RoleArn();
}
