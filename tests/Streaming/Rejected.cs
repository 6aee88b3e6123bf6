using System.Text.RegularExpressions;

namespace Tests.Streaming;

/// <summary>The message of a mistake in a stack.</summary>
internal static partial class Rejected
{
    /// <summary>A mistake that the call itself reports.</summary>
    public static string AtOnce(Action compose) =>
        FluentActions.Invoking(compose).Should().ThrowExactly<ArgumentException>().Which.Message;

    /// <summary>A mistake that only the whole stack shows: the synth reports it, together with all others. The path is left out.</summary>
    public static string AtSynth(Action synthesize)
    {
        var report = FluentActions.Invoking(synthesize).Should().Throw<Exception>().Which.Message;
        return string.Join('\n', Report().Matches(report).Select(line => line.Groups["message"].Value));
    }

    [GeneratedRegex(@"^ *\[[^\]\n]*\] (?<message>.*)$", RegexOptions.Multiline)]
    private static partial Regex Report();
}
