namespace Nautilus.Review.Policies;

/// <summary>
/// The wildcards * and ? of a policy, without a regular expression: the access of one role takes hundreds of thousands of matches.
/// </summary>
internal static class Wildcards
{
    /// <summary>Whether the pattern matches the whole text.</summary>
    /// <param name="pattern">The characters, each with whether it is verbatim although it may look like a wildcard.</param>
    /// <param name="text">The text.</param>
    /// <param name="ignoreCase">Whether upper and lower case are equal.</param>
    public static bool Match(ReadOnlySpan<(char Character, bool IsVerbatim)> pattern, string text, bool ignoreCase)
    {
        // If the rest does not match, only the last * can take one more character.
        var (at, star, taken) = (0, -1, 0);
        for (var position = 0; position < text.Length;)
        {
            if (at < pattern.Length && pattern[at] == ('*', false))
                (star, taken, at) = (at, position, at + 1);
            else if (at < pattern.Length && (pattern[at] == ('?', false) || Same(pattern[at].Character, text[position])))
                (at, position) = (at + 1, position + 1);
            else if (star >= 0)
                (at, position) = (star + 1, ++taken);
            else
                return false;
        }

        return pattern[at..].IndexOfAnyExcept(('*', false)) < 0;

        bool Same(char one, char other) =>
            one == other || (ignoreCase && char.ToUpperInvariant(one) == char.ToUpperInvariant(other));
    }
}
