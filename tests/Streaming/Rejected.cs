using Nautilus.App;

namespace Tests.Streaming;

/// <summary>The message of a mistake in a stack.</summary>
internal static class Rejected
{
    /// <summary>A mistake that the call itself reports.</summary>
    public static string AtOnce(Action compose) =>
        FluentActions.Invoking(compose).Should().ThrowExactly<ArgumentException>().Which.Message;

    /// <summary>A mistake that only the whole stack shows: the synth reports it, together with all others. The path is left out.</summary>
    public static string AtSynth(Action synthesize) =>
        string.Join('\n', ValidationReport.LinesOf(FluentActions.Invoking(synthesize).Should().Throw<Exception>().Which.Message));
}
