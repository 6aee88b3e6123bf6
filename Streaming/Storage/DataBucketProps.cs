using Nautilus.Foundations;
using Nautilus.Keys;

namespace Nautilus.Storage;

/// <summary>A <see cref="DataBucket"/>.</summary>
public sealed record DataBucketProps
{
    /// <summary>The key that encrypts the objects.</summary>
    public required CustomerKey Key { get; init; }

    /// <summary>The bucket that S3 logs the access to.</summary>
    public required AccessLogBucket AccessLogs { get; init; }

    /// <summary>When objects move to cheaper storage or are deleted.</summary>
    public ObjectAges Ages { get; init; } = new();

    /// <summary>A bucket that all objects are copied to; none, unless given.</summary>
    public Replica? Replica { get; init; }

    /// <summary>Terraform refuses to destroy the bucket while this is on. Without it, Terraform destroys the objects too.</summary>
    public bool PreventDestroy { get; init; } = true;

    internal string Checked(string id)
    {
        Check.That($"bucket '{id}'", [.. Ages.Rules, .. Replica?.Rules ?? []]);
        return id;
    }
}
