using Constructs;
using Nautilus.Streaming.Access;
using Nautilus.Streaming.Alarms;
using Nautilus.Streaming.Dashboards;
using Nautilus.Streaming.Networking;

namespace Nautilus.Streaming.Search;

/// <summary>An OpenSearch domain that Firehose writes into.</summary>
public sealed class SearchDomain : Stage
{
    public SearchDomain(Construct scope, string id)
        : base(scope, id) => throw new NotImplementedException();

    internal string Arn => throw new NotImplementedException();

    internal PrivateNetwork Network => throw new NotImplementedException();

    /// <summary>
    /// The role that a delivery stream of this name writes in: the one that fine-grained access lets in from the start.
    /// It may already do all that Firehose does to the domain and to its network; the rest is granted by the delivery stream.
    /// </summary>
    internal Role WriterFor(string deliveryStream, string index) => throw new NotImplementedException();

    internal override ArnParts Here => throw new NotImplementedException();

    internal override string Heading => throw new NotImplementedException();

    internal override IEnumerable<Widget[]> Rows => throw new NotImplementedException();

    private protected override string Subject => throw new NotImplementedException();

    private protected override IEnumerable<Alarm> Alarms => throw new NotImplementedException();
}
