namespace Nautilus.Benchmarks;

/// <summary>The stacks that a run synthesizes.</summary>
/// <param name="Name">The name in the report.</param>
/// <param name="Argument">The argument of the stream programs; null for the stacks that only the app itself has.</param>
internal sealed record Case(string Name, string? Argument)
{
    public static readonly Case[] All =
    [
        new("one stack", "one"),
        new("two stacks", "two"),
        new("1,000 streams in one stack", "thousand"),
        new("all stacks of the app", null),
    ];
}
