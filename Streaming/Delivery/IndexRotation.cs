namespace Nautilus.Delivery;

/// <summary>How often Firehose begins a new index. It adds the date to the index's name.</summary>
public enum IndexRotation
{
    /// <summary>One index, with the name as it is given.</summary>
    Never,

    /// <summary>An index for each hour.</summary>
    Hourly,

    /// <summary>An index for each day.</summary>
    Daily,

    /// <summary>An index for each week.</summary>
    Weekly,

    /// <summary>An index for each month.</summary>
    Monthly,
}
