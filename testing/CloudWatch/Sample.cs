namespace Nautilus.Testing.CloudWatch;

/// <summary>A value that was reported so many times within a minute.</summary>
internal readonly record struct Sample(double Value, double Times);
