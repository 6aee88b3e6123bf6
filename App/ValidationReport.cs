using System.Text.RegularExpressions;

namespace Nautilus.App;

/// <summary>The report of the mistakes that only the whole stack shows. CDKTF throws it as one text.</summary>
internal static partial class ValidationReport
{
    /// <summary>The mistakes, a line each, without the paths of the constructs; none, if the exception is no such report.</summary>
    public static IReadOnlyList<string> MistakesIn(Exception failure) =>
        failure.Message.Contains("Validation failed with the following errors", StringComparison.Ordinal)
            ? [.. LinesOf(failure.Message).Distinct()]
            : [];

    /// <summary>The lines of a report, without the paths of the constructs.</summary>
    internal static IEnumerable<string> LinesOf(string report) => Line().Matches(report).Select(line => line.Groups["mistake"].Value);

    [GeneratedRegex(@"^ *\[[^\]\n]*\] (?<mistake>.*)$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
