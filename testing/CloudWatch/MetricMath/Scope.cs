namespace Nautilus.Testing.CloudWatch.MetricMath;

/// <summary>What an expression can use: the window, and the values of the other ids.</summary>
internal sealed record Scope(Window Window, Func<string, Value> Named);

internal delegate Value Expression(Scope scope);
