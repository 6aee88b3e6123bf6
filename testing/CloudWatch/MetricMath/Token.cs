using System.Text.RegularExpressions;

namespace Nautilus.Testing.CloudWatch.MetricMath;

/// <summary>The words, numbers and signs of an expression of metric math.</summary>
internal static partial class Token
{
    public static IReadOnlyList<string> In(string expression)
    {
        var tokens = Pattern().Matches(expression);
        var read = string.Concat(tokens.Select(token => token.Value));
        return read == string.Concat(expression.Where(c => !char.IsWhiteSpace(c)))
            ? [.. tokens.Select(token => token.Value)]
            : throw new FormatException($"not metric math: {expression}");
    }

    [GeneratedRegex(@"[A-Za-z_]\w*|\d+(\.\d+)?|==|!=|<=|>=|&&|\|\||[-+*/^<>(),\[\]]")]
    private static partial Regex Pattern();
}
