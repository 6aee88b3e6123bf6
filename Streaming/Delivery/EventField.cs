namespace Nautilus.Delivery;

/// <summary>A field of the events that our transformation writes.</summary>
/// <param name="Name">The name in the JSON of an event, and of its columns.</param>
/// <param name="HiveType">The type of its column in the lake.</param>
/// <param name="RedshiftType">The type of its column in a warehouse.</param>
internal sealed record EventField(string Name, string HiveType, string RedshiftType)
{
    /// <summary>Whether the field is a partition of the lake, and no column: Glue and Athena accept each name once.</summary>
    public bool IsPartition { get; init; }
}
