namespace Nautilus.Testing.CloudWatch;

/// <summary>The states in CloudWatch's own spelling.</summary>
internal enum AlarmState
{
    INSUFFICIENT_DATA,
    OK,
    ALARM,
}
