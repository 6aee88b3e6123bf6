using System.Text.RegularExpressions;
using Constructs;
using HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream;
using Nautilus.Access;
using Nautilus.Foundations;
using Nautilus.Search;
using Nautilus.Storage;

namespace Nautilus.Delivery;

/// <summary>Documents in an index of a search domain, one a record, which must be JSON on one line. What the domain does not take is kept in a bucket.</summary>
public sealed partial record SearchDestination : Destination
{
    private const int LongestIndex = 80;

    private readonly SearchDomain _domain;
    private readonly string _index;
    private readonly DataBucket _failures;

    internal SearchDestination(SearchDomain domain, string index, DataBucket failures) => (_domain, _index, _failures) = (domain, index, failures);

    /// <summary>1 to 100 MB, and 0 to 900 seconds.</summary>
    public Buffering Buffer { get; init; } = new(5, TimeSpan.FromMinutes(1));

    /// <summary>How long to try again before documents go to the failures: 0 to 7200 seconds.</summary>
    public TimeSpan Retry { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How often an index of a new name begins, so that old ones can be deleted whole.</summary>
    public IndexRotation Rotation { get; init; } = IndexRotation.Daily;

    public DocumentIds Ids { get; init; } = DocumentIds.OfFirehose;

    internal override string Type => "opensearch";

    internal override string Text => $"index {_index}";

    internal override DataBucket Failures => _failures;

    internal override string Metrics => "DeliveryToAmazonOpenSearchService";

    internal override TimeSpan Interval => Buffer.Interval;

    internal override TimeSpan Patience => Interval + Retry;

    internal override bool IsS3 => false;

    internal override IEnumerable<(bool, string)> Rules(DeliveryStreamProps stream) =>
    [
        (_index.Length <= LongestIndex && IndexName().IsMatch(_index),
            $"index must have a name of 1 to {LongestIndex} of a-z, 0-9, '_', '.' and '-' that begins with a letter or a digit, got '{_index}'"),
        .. Buffer.Rules(1, 100, 0),
        .. Buffering.RetryRules(Retry),
        (Enum.IsDefined(Rotation), $"rotation must be one of IndexRotation, got {Rotation}"),
        (Enum.IsDefined(Ids), $"ids must be one of DocumentIds, got {Ids}"),
    ];

    internal override Role RoleIn(Construct scope, string name, Location here) => _domain.WriterFor(name, _index);

    internal override void GrantTo(Role role) => _failures.GrantToFirehose(role);

    internal override void Configure(KinesisFirehoseDeliveryStreamConfig config, Delivery delivery)
    {
        var search = SearchDelivery.To(_domain, _failures, delivery);
        search.IndexName = _index;
        search.IndexRotationPeriod = Rotation.InFirehose();
        search.DocumentIdOptions = new KinesisFirehoseDeliveryStreamOpensearchConfigurationDocumentIdOptions
        {
            DefaultDocumentIdFormat = Ids is DocumentIds.OfFirehose ? "FIREHOSE_DEFAULT" : "NO_DOCUMENT_ID",
        };
        search.BufferingSize = Buffer.Megabytes;
        search.BufferingInterval = Buffer.Seconds;
        search.RetryDuration = Retry.TotalSeconds;
        config.OpensearchConfiguration = search;
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9_.-]*\z")]
    private static partial Regex IndexName();
}
