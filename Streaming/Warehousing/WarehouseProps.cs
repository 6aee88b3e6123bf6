using System.Net;
using Nautilus.Foundations;
using Nautilus.Keys;
using Nautilus.Networking;

namespace Nautilus.Warehousing;

/// <summary>A <see cref="Warehouse"/>.</summary>
public sealed record WarehouseProps
{
    private const int Step = 8;
    private const int LargestCapacity = 512;
    private const int ShortestPrefix = 24;

    /// <summary>The name of the namespace, which holds the data, and of the workgroup, which runs the queries.</summary>
    public required string Name { get; init; }

    /// <summary>A network with three or more zones.</summary>
    public required PrivateNetwork Network { get; init; }

    /// <summary>The key that encrypts the data, the logs and the secret of the admin user.</summary>
    public required CustomerKey Key { get; init; }

    /// <summary>The name of the database. It must not be <c>dev</c>, the default.</summary>
    public string DatabaseName { get; init; } = "events";

    /// <summary>The admin user, which Firehose loads as. Redshift creates its password and keeps it in a secret.</summary>
    public string AdminName { get; init; } = "events_owner";

    /// <summary>
    /// The RPUs that a query starts: 8 to 512, in steps of 8. Each RPU costs about 0.375 $ an hour while it runs, and runs for at least
    /// 60 seconds: a load every minute keeps the warehouse running all day.
    /// </summary>
    public int BaseCapacity { get; init; } = Step;

    /// <summary>The RPUs that the warehouse may grow to when queries wait. They limit the cost of an hour.</summary>
    public int MaxCapacity { get; init; } = 2 * Step;

    /// <summary>The port of the workgroup: 5431 to 5455, or 8191 to 8215.</summary>
    public int Port { get; init; } = 5440;

    /// <summary>
    /// Whether Firehose can load the warehouse. Firehose can't enter a private network: it loads over the internet. With this on, the
    /// warehouse has a public address that only the addresses of Firehose can reach, over TLS. With this off, no delivery stream can load
    /// it.
    /// </summary>
    public bool ReachableByFirehose { get; init; }

    /// <summary>The addresses of Firehose as a CIDR block. Required only in a region that this library does not know yet.</summary>
    public string? FirehoseCidr { get; init; }

    /// <summary>Terraform refuses to destroy the data while this is on.</summary>
    public bool PreventDestroy { get; init; } = true;

    private IEnumerable<Rule> Rules =>
    [
        Rule.Matches("name", Name, AwsNames.Warehouse),
        Rule.Matches("database name", DatabaseName, AwsNames.RedshiftName),
        Rule.That(DatabaseName is not "dev", "database name must be different from the default, got 'dev'"),
        Rule.Matches("admin name", AdminName, AwsNames.RedshiftName),
        Rule.That(AdminName is not ("admin" or "awsuser" or "administrator"),
            $"admin name must be hard to guess, and not admin, awsuser or administrator, got '{AdminName}'"),
        Rule.That(IsCapacity(BaseCapacity),
            $"base capacity must be {Step} to {LargestCapacity} RPUs in steps of {Step}, got {BaseCapacity}"),
        Rule.That(IsCapacity(MaxCapacity) && MaxCapacity >= BaseCapacity,
            $"max capacity must be {BaseCapacity} to {LargestCapacity} RPUs in steps of {Step}, got {MaxCapacity}"),
        Rule.That(Port is (>= 5431 and <= 5455) or (>= 8191 and <= 8215), $"port must be 5431 to 5455 or 8191 to 8215, got {Port}"),
        Rule.AtLeast("the number of zones of its network", Network.PrivateSubnets.Count, 3),
        .. FirehoseCidr is null ? [] : FirehoseRules(FirehoseCidr),
    ];

    internal string Checked(string id)
    {
        Check.That($"warehouse '{Name}'", Rules);
        return id;
    }

    private IEnumerable<Rule> FirehoseRules(string range) =>
    [
        Rule.That(Tokens.IsToken(range) || IsSmallRange(range),
            $"the addresses of Firehose must be a CIDR block of 256 addresses or fewer, such as 52.70.63.192/27, got '{range}'"),
        Rule.That(ReachableByFirehose, $"the addresses of Firehose must be null unless ReachableByFirehose is set, got '{range}'"),
    ];

    private static bool IsCapacity(int units) => units is >= Step and <= LargestCapacity && units % Step == 0;

    private static bool IsSmallRange(string text) =>
        IPNetwork.TryParse(text, out var range) && $"{range}" == text && range.PrefixLength >= ShortestPrefix;
}
