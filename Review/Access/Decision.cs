namespace Nautilus.Review.Access;

/// <summary>The answer to a request.</summary>
public enum Decision
{
    /// <summary>A statement allows the request, and none denies it.</summary>
    Allowed,

    /// <summary>No statement allows the request.</summary>
    ImplicitlyDenied,

    /// <summary>A statement denies the request.</summary>
    ExplicitlyDenied,
}
