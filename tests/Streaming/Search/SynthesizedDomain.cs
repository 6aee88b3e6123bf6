using Nautilus.Search;
using Tests.Streaming.Networking;

namespace Tests.Streaming.Search;

/// <summary>Stacks with a domain, its network and its delivery streams.</summary>
internal static class SynthesizedDomain
{
    /// <summary>The Terraform id of the domain's role.</summary>
    public const string Role = "search_role_89056CFC";

    public const string Administrator = "arn:aws:iam::111122223333:role/search-admin";

    public const string Partition = "${element(split(\":\", aws_kms_key.key.arn), 1)}";

    public const string Account = "${element(split(\":\", aws_kms_key.key.arn), 4)}";

    public const string RegionAndAccount = $"${{element(split(\":\", aws_kms_key.key.arn), 3)}}:{Account}";

    /// <param name="change">Changes the properties of the domain.</param>
    /// <param name="writers">The delivery streams that write into the domain; one, unless given.</param>
    /// <param name="zones">The zones of the network.</param>
    public static string Of(Func<SearchDomainProps, SearchDomainProps>? change = null, string[]? writers = null, string[]? zones = null) =>
        InANetwork.Synthesize(all =>
        {
            var domain = all.Domain(all.Network(props => props with { Zones = zones ?? props.Zones }), change);
            foreach (var writer in writers ?? ["delivery"])
                domain.WriterFor(writer, "events");
        });

    public static string WithAlarms(SearchProfile profile) => InANetwork.Synthesize(all =>
    {
        var domain = all.Domain(all.Network(), props => props with { Profile = profile });
        domain.WriterFor("delivery", "events");
        domain.AlarmWhenInTrouble();
    });
}
