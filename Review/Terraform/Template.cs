namespace Nautilus.Review.Terraform;

/// <summary>A string of Terraform's JSON: plain text, with expressions in <c>${…}</c>. <c>$${</c> is plain text.</summary>
internal static class Template
{
    /// <summary>Whether Terraform fills in a part of the text later.</summary>
    public static bool HasExpression(string text) => text.Contains("${", StringComparison.Ordinal);

    public static string WithoutExpressions(string text) => Replaced(text, _ => "");

    /// <summary>The text with each of its expressions, <c>${…}</c>, replaced.</summary>
    public static string Replaced(string text, Func<string, string> expression) =>
        string.Concat(Pieces(text).Select(piece => IsAt(piece, 0, "${") ? expression(piece) : piece));

    /// <summary>The expressions, the escapes <c>$${</c>, and all other characters one by one.</summary>
    public static IEnumerable<string> Pieces(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = LengthOfPiece(text, at);
            yield return text.Substring(at, length);
            at += length;
        }
    }

    /// <summary>The length of a quoted string, its quotes included. A string in an expression is a template itself.</summary>
    public static int LengthOfString(string text, int start)
    {
        for (var at = start + 1; at < text.Length;)
        {
            if (text[at] == '"')
                return at + 1 - start;
            at += text[at] == '\\' ? 2 : LengthOfPiece(text, at);
        }

        throw new FormatException($"a string has no end: {text[start..]}");
    }

    private static int LengthOfPiece(string text, int at) =>
        IsAt(text, at, "$${") ? "$${".Length
        : IsAt(text, at, "${") ? LengthOfExpression(text, at)
        : 1;

    private static int LengthOfExpression(string text, int start)
    {
        var depth = 0;
        for (var at = start + 1; at < text.Length;)
        {
            depth += text[at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
                return at + 1 - start;
            at += text[at] == '"' ? LengthOfString(text, at) : 1;
        }

        throw new FormatException($"an expression has no end: {text[start..]}");
    }

    private static bool IsAt(string text, int at, string token) => string.CompareOrdinal(text, at, token, 0, token.Length) == 0;
}
