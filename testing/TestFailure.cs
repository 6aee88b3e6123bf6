using FluentAssertions.Execution;

namespace Nautilus.Testing;

internal static class TestFailure
{
    /// <summary>Fails the test with this message as it is: FluentAssertions would put quotes around a text.</summary>
    public static void Report(string message) => Execute.Assertion.FailWith("{0}", new Verbatim(message));

    private sealed class Verbatim(string text)
    {
        public override string ToString() => text;
    }
}
