using Nautilus.Foundations;
using Nautilus.Storage;

namespace Nautilus.Delivery;

/// <summary>An <see cref="EventTable"/>.</summary>
public sealed record EventTableProps
{
    /// <summary>The bucket of the events.</summary>
    public required DataBucket Bucket { get; init; }

    /// <summary>The name of the Glue database that is created for the table. It is unique in an account and a region.</summary>
    public required string Database { get; init; }

    /// <summary>The table's name.</summary>
    public string Name { get; init; } = "events";

    /// <summary>The folder of the events in the bucket, with a slash at the end; a folder with the table's name, unless given.</summary>
    public string? Prefix { get; init; }

    /// <summary>The columns; those that our transformation writes, unless given. Firehose drops a field that has no column.</summary>
    public IReadOnlyList<Column> Columns { get; init; } = Column.OfEvents;

    /// <summary>
    /// The parts of an object's path, from the outermost; the partition keys that our transformation returns, unless given.
    /// After a later change, queries do not find earlier events.
    /// </summary>
    public IReadOnlyList<Partition> Partitions { get; init; } = Partition.OfEvents();

    internal string Folder => Prefix ?? $"{Name}/";

    internal string PartitionedPrefix => Folder + string.Concat(Partitions.Select(PathOf));

    internal string Checked(string id)
    {
        string[] names = [.. Columns.Select(column => column.Name), .. Partitions.Select(partition => partition.Name)];
        Check.That($"table '{Name}'",
        [
            Rule.Matches("name", Name, AwsNames.GlueName),
            Rule.Matches("database", Database, AwsNames.GlueName),
            .. Objects.PrefixRules("prefix", Folder),
            Rule.AtMost("the length of prefix and partitions together", PartitionedPrefix.Length, Objects.LongestPrefix),
            Rule.That(Folder != "", "prefix must be a separate folder, got ''"),
            Rule.AtLeast("the number of columns", Columns.Count, 1),
            Rule.AtLeast("the number of partitions", Partitions.Count, 1),
            .. Columns.SelectMany(column => column.Rules),
            .. Partitions.SelectMany(partition => partition.Rules),
            Rule.Unique("the names of columns and partitions", names),
        ]);
        return id;
    }

    private static string PathOf(Partition partition) => $"{partition.Name}=!{{partitionKeyFromLambda:{partition.Name}}}/";
}
