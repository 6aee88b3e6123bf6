using FluentAssertions.Execution;

namespace Nautilus.Testing;

internal static class TestFailure
{
    /// <summary>Fails the test with exactly this message. FluentAssertions would put a text in quotes.</summary>
    public static void Report(string message) => Execute.Assertion.FailWith("{0}", new Verbatim(message));

    private sealed class Verbatim(string text)
    {
        public override string ToString() => text;
    }
}
