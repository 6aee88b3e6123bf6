namespace Nautilus.Delivery;

/// <summary>Who gives documents their ids.</summary>
public enum DocumentIds
{
    /// <summary>Firehose gives each document an id, so that one which is sent again stands once in its index.</summary>
    OfFirehose,

    /// <summary>OpenSearch does, which takes less of its CPU. What is sent again may stand twice.</summary>
    OfOpenSearch,
}
