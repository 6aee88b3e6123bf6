using Nautilus.Foundations;

namespace Nautilus.Keys;

/// <summary>What a <see cref="CustomerKey"/> is for.</summary>
public sealed record CustomerKeyProps
{
    /// <summary>What the key encrypts.</summary>
    public required string Description { get; init; }

    /// <summary>The alias, without <c>alias/</c>. A character that KMS does not allow becomes a hyphen.</summary>
    public string? Alias { get; init; }

    /// <summary>How long the deletion of the key can be cancelled: 7 to 30 days.</summary>
    public TimeSpan DeletionWindow { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Terraform refuses to destroy the key while this is on.</summary>
    public bool PreventDestroy { get; init; }

    internal string Checked(string id)
    {
        Check.That($"key '{id}'",
            Rule.Between("the deletion window", DeletionWindow.TotalDays, 7, 30, "days"),
            Rule.Whole("the deletion window", DeletionWindow, TimeSpan.TicksPerDay, "days"));
        return id;
    }
}
