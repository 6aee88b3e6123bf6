namespace Nautilus.Review.Policies;

/// <summary>One part of a pattern of ARNs.</summary>
/// <param name="Literal">The one character that matches. Without it, any character matches.</param>
/// <param name="Inside">Whether separators do not match.</param>
/// <param name="Repeats">Whether any number of characters matches, none included.</param>
internal readonly record struct ArnToken(char? Literal, bool Inside = false, bool Repeats = false)
{
    public static ArnToken One { get; } = new(null);

    public static ArnToken Many { get; } = new(null, Repeats: true);

    public static ArnToken OneInside { get; } = new(null, Inside: true);

    public static ArnToken ManyInside { get; } = new(null, Inside: true, Repeats: true);

    public static ArnToken Of(char c) => new(c);

    /// <summary>Whether there is a character for both this, of a pattern, and that, of a policy.</summary>
    public bool Shares(ArnToken wanted) =>
        (Literal is null || wanted.Literal is null || Literal == wanted.Literal) && !(Inside && wanted.Literal is ':' or '/');
}
