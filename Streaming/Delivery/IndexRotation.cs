namespace Nautilus.Delivery;

/// <summary>How often an index of a new name begins. The name ends in the date.</summary>
public enum IndexRotation
{
    Never,
    Hourly,
    Daily,
    Weekly,
    Monthly,
}

internal static class IndexRotationExtension
{
    public static string InFirehose(this IndexRotation rotation) => rotation switch
    {
        IndexRotation.Hourly => "OneHour",
        IndexRotation.Daily => "OneDay",
        IndexRotation.Weekly => "OneWeek",
        IndexRotation.Monthly => "OneMonth",
        _ => "NoRotation",
    };
}
