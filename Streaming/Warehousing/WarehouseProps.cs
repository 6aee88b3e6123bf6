using System.Net;
using System.Text.RegularExpressions;
using Nautilus.Foundations;
using Nautilus.Keys;
using Nautilus.Networking;

namespace Nautilus.Warehousing;

public sealed partial record WarehouseProps
{
    private const int Step = 8;
    private const int LargestCapacity = 512;

    /// <summary>Of the namespace, which holds the data, and of the workgroup, which works on it.</summary>
    public required string Name { get; init; }

    /// <summary>A network of three zones or more.</summary>
    public required PrivateNetwork Network { get; init; }

    public required CustomerKey Key { get; init; }

    public string DatabaseName { get; init; } = "events";

    /// <summary>The first user. Its password is Redshift's own secret, which nobody types.</summary>
    public string AdminName { get; init; } = "events_owner";

    /// <summary>
    /// RPUs that wake up for a query: 8 to 512, in steps of 8. Each costs about 0.375 $ an hour while awake, and 60 seconds at least:
    /// a load every minute keeps the warehouse awake all day.
    /// </summary>
    public int BaseCapacity { get; init; } = Step;

    /// <summary>RPUs that it may grow to when queries wait: the limit of what an hour costs.</summary>
    public int MaxCapacity { get; init; } = 2 * Step;

    public int Port { get; init; } = 5440;

    /// <summary>
    /// Firehose has no way into a network: it loads over the internet. With this on, the warehouse has an address there, to which
    /// Firehose's own addresses come over TLS, and nobody else. With this off, nobody comes, and no delivery stream can load it.
    /// </summary>
    public bool ReachableByFirehose { get; init; }

    /// <summary>Firehose's addresses, where the region is a newer one than those that this library knows.</summary>
    public string? FirehoseCidr { get; init; }

    /// <summary>Terraform refuses to destroy the data while this is on.</summary>
    public bool PreventDestroy { get; init; } = true;

    internal string Checked(string id)
    {
        Rules.Check($"warehouse '{Name}'",
            (WarehouseName().IsMatch(Name), $"name must be 3 to 64 of a-z, 0-9 and '-', got '{Name}'"),
            (Identifier().IsMatch(DatabaseName) && DatabaseName is not "dev", $"database name must be 1 to 64 of a-z, 0-9 and '_', begin with a letter and not be dev, got '{DatabaseName}'"),
            (Identifier().IsMatch(AdminName) && AdminName is not ("admin" or "awsuser" or "administrator"),
                $"admin name must be 1 to 64 of a-z, 0-9 and '_', begin with a letter and be none that is guessed first, got '{AdminName}'"),
            (IsCapacity(BaseCapacity), $"base capacity must be 8 to {LargestCapacity} RPUs in steps of 8, got {BaseCapacity}"),
            (IsCapacity(MaxCapacity) && MaxCapacity >= BaseCapacity, $"max capacity must be {BaseCapacity} to {LargestCapacity} RPUs in steps of 8, got {MaxCapacity}"),
            (Port is (>= 5431 and <= 5455) or (>= 8191 and <= 8215), $"port must be 5431 to 5455 or 8191 to 8215, got {Port}"),
            (Network.PrivateSubnets.Count >= 3, $"its network must have three zones, got {Network.PrivateSubnets.Count}"),
            (FirehoseCidr is null || (IPNetwork.TryParse(FirehoseCidr, out var range) && $"{range}" == FirehoseCidr && range.PrefixLength >= 24),
                $"Firehose's addresses must be one small range, such as 52.70.63.192/27, got '{FirehoseCidr}'"),
            (FirehoseCidr is null || ReachableByFirehose, "Firehose's addresses must not be given to a warehouse that Firehose does not reach"));
        return id;
    }

    private static bool IsCapacity(int units) => units is >= Step and <= LargestCapacity && units % Step == 0;

    [GeneratedRegex(@"^[a-z0-9-]{3,64}\z")]
    private static partial Regex WarehouseName();

    [GeneratedRegex(@"^[a-z][a-z0-9_]{0,63}\z")]
    private static partial Regex Identifier();
}
