using Constructs;
using HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream;
using Nautilus.Access;
using Nautilus.Foundations;
using Nautilus.Search;
using Nautilus.Storage;

namespace Nautilus.Delivery;

/// <summary>
/// Documents in an index of a search domain, one for each record. A record must be JSON on one line. Documents that the domain rejects are
/// kept in a bucket.
/// </summary>
public sealed record SearchDestination : Destination
{
    private readonly SearchDomain _domain;
    private readonly string _index;
    private readonly DataBucket _failures;

    internal SearchDestination(SearchDomain domain, string index, DataBucket failures) =>
        (_domain, _index, _failures) = (domain, index, failures);

    /// <summary>1 to 100 MB, and 0 to 900 seconds.</summary>
    public Buffering Buffer { get; init; } = new(5, TimeSpan.FromMinutes(1));

    /// <summary>How long Firehose retries before it writes the documents to the failures: 0 to 7200 seconds.</summary>
    public TimeSpan Retry { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How often Firehose begins a new index, so that old documents can be deleted by the index.</summary>
    public IndexRotation Rotation { get; init; } = IndexRotation.Daily;

    /// <summary>Which service generates the ids of documents.</summary>
    public DocumentIds Ids { get; init; } = DocumentIds.OfFirehose;

    internal override string Type => "opensearch";

    internal override string Text => $"index {_index}";

    internal override DataBucket Failures => _failures;

    internal override string Metrics => "DeliveryToAmazonOpenSearchService";

    internal override TimeSpan Interval => Buffer.Interval;

    internal override TimeSpan Patience => Interval + Retry;

    // After its retries, Firehose writes the documents to the bucket.
    internal override bool LosesLateRecords => false;

    internal override IEnumerable<Rule> Rules(DeliveryStreamProps stream) =>
    [
        Rule.Matches("index", _index, AwsNames.SearchIndex),
        .. Buffer.Rules(1, 100, 0),
        .. Buffering.RetryRules(Retry),
        Rule.OneOf("rotation", Rotation),
        Rule.OneOf("ids", Ids),
    ];

    internal override Role RoleIn(Construct scope, string name, Location location) => _domain.WriterFor(name, _index);

    internal override void GrantTo(Role role, string name) => _failures.GrantToFirehose(role, Objects.FailuresBelow(name));

    internal override void Configure(KinesisFirehoseDeliveryStreamConfig config, Delivery delivery)
    {
        var search = SearchDelivery.To(_domain, _failures, delivery);
        search.IndexName = _index;
        search.IndexRotationPeriod = SearchDelivery.PeriodOf(Rotation);
        search.DocumentIdOptions = SearchDelivery.IdsOf(Ids);
        search.BufferingSize = Buffer.Megabytes;
        search.BufferingInterval = Buffer.Seconds;
        search.RetryDuration = Retry.TotalSeconds;
        config.OpensearchConfiguration = search;
    }
}
