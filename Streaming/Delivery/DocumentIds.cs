namespace Nautilus.Delivery;

/// <summary>Which service generates the ids of documents.</summary>
public enum DocumentIds
{
    /// <summary>Firehose generates the ids, so that a document that is sent twice is in its index once.</summary>
    OfFirehose,

    /// <summary>OpenSearch generates the ids, which uses less CPU. A document that is sent twice is in its index twice.</summary>
    OfOpenSearch,
}
