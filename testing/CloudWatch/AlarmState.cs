namespace Nautilus.Testing.CloudWatch;

#pragma warning disable CA1707 // CloudWatch's spelling.

/// <summary>The states of an alarm, in CloudWatch's spelling.</summary>
public enum AlarmState
{
    /// <summary>The alarm has just begun, or has not enough data.</summary>
    INSUFFICIENT_DATA,

    /// <summary>The metric is within the threshold.</summary>
    OK,

    /// <summary>The metric is beyond the threshold.</summary>
    ALARM,
}
