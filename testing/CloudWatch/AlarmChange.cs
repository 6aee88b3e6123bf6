namespace Nautilus.Testing.CloudWatch;

/// <summary>A change of an alarm's state.</summary>
/// <param name="Minute">The minute after which the state changes.</param>
/// <param name="Alarm">The name of the alarm.</param>
/// <param name="State">The new state.</param>
public sealed record AlarmChange(int Minute, string Alarm, AlarmState State);
