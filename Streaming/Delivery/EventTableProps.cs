using Nautilus.Foundations;
using Nautilus.Storage;

namespace Nautilus.Delivery;

public sealed record EventTableProps
{
    public required DataBucket Bucket { get; init; }

    /// <summary>The database that is made for the table. An account has one of a name in a region.</summary>
    public required string Database { get; init; }

    public string Name { get; init; } = "events";

    /// <summary>Where in the bucket the events are, ending in a slash; a folder by the table's name, unless given.</summary>
    public string? Prefix { get; init; }

    /// <summary>The columns, unless given those that our transformation writes. A field of a record that is no column is left out.</summary>
    public IReadOnlyList<Column> Columns { get; init; } = Column.OfEvents;

    /// <summary>The parts of an object's path, from the outermost; unless given, those that our transformation knows. Changing them leaves behind what was written before.</summary>
    public IReadOnlyList<Partition> Partitions { get; init; } = Partition.OfEvents();

    internal string Location => Prefix ?? $"{Name}/";

    internal string PartitionedPrefix => Location + string.Concat(Partitions.Select(partition => $"{partition.Name}=!{{partitionKeyFromLambda:{partition.Name}}}/"));

    internal string Checked(string id)
    {
        string[] names = [.. Columns.Select(column => column.Name), .. Partitions.Select(partition => partition.Name)];
        Rules.Check($"table '{Name}'",
        [
            TableNames.Rule("it", Name),
            TableNames.Rule("its database", Database),
            .. Objects.PrefixRules("prefix", Location),
            (PartitionedPrefix.Length <= Objects.LongestPrefix, $"prefix and partitions together must have {Objects.LongestPrefix} characters at most, got {PartitionedPrefix.Length}"),
            (Location != "", "prefix must be a folder of the table's own, got ''"),
            (Columns.Count > 0, "it must have at least one column, got none"),
            (Partitions.Count > 0, "it must have at least one partition, got none"),
            .. Columns.SelectMany(column => column.Rules),
            .. Partitions.SelectMany(partition => partition.Rules),
            (names.Distinct().Count() == names.Length, $"each column and each partition must have a name of its own, got {string.Join(", ", names)}"),
        ]);
        return id;
    }
}
