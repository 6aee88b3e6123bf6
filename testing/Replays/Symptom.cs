namespace Nautilus.Testing.Replays;

/// <summary>What a metric reports in trouble. Made by the methods of <see cref="Signal"/>.</summary>
/// <param name="Of">The signal.</param>
/// <param name="Value">The value by the minute of the trouble, from 1 on; null if it is not reported.</param>
/// <param name="Minutes">For how many minutes of the trouble.</param>
public sealed record Symptom(Signal Of, Func<int, double?> Value, int Minutes);
