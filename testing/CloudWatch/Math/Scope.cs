namespace Nautilus.Testing.CloudWatch.Math;

/// <summary>What an expression can see: the window, and what stands under the other ids.</summary>
internal sealed record Scope(Window Window, Func<string, Value> Named);

internal delegate Value Expression(Scope scope);
